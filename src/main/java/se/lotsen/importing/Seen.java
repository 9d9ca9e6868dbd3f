package se.lotsen.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page at its source from earlier runs.
 *
 * @param file of the knowledge base that it became
 * @param digest of the text that was read last
 * @param listed when it changed last, as the source wrote it then
 * @param goneAt since when it is not there any more; null while it is
 */
record Seen(String address, String file, String digest, @Nullable String etag, @Nullable String lastModified,
        @Nullable String listed, @Nullable Instant goneAt, @Nullable ItemReason goneReason) {
}
