package se.lotsen.importing;

import java.time.Instant;
import java.util.UUID;

/**
 * A page that was imported and is not at its source any more.
 *
 * @param file of the knowledge base
 * @param address at the source
 * @param reason {@code NOT_FOUND}, {@code NOT_LISTED} or {@code MANY_GONE}
 */
public record GoneAlarm(UUID source, String sourceName, String file, String address, ItemReason reason,
        Instant since) {
}
