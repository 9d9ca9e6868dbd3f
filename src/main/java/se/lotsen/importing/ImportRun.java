package se.lotsen.importing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.audit.Actor;

/**
 * One pass over a source.
 *
 * @param dry whether it only shows what an import would do
 * @param everything whether pages that the source says have not changed are read, too
 * @param reason why it failed; null when it did not
 * @param endedAt null while it is under way
 * @param cancelling whether somebody has asked it to end
 */
public record ImportRun(UUID id, UUID source, boolean dry, boolean everything, RunState state,
        @Nullable ItemReason reason, Actor by, Instant startedAt, @Nullable Instant endedAt,
        boolean cancelling) {
}
