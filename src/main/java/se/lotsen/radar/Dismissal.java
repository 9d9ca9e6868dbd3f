package se.lotsen.radar;

import java.time.Instant;
import se.lotsen.audit.Actor;

/**
 * Somebody has looked at a fault and let it be. It holds until the text of one of its pages changes.
 *
 * @param fault its id
 * @param texts what the pages said then, as a digest
 * @param reason in the editor's words; never empty
 */
public record Dismissal(String fault, String texts, String reason, Actor by, Instant at) {
    /** The longest reason in characters. */
    static final int LONGEST_REASON = 500;
}
