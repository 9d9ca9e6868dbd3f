package se.lotsen.archive;

import se.lotsen.audit.Actor;
import java.time.Instant;

/**
 * A version of a file as it was served. It never changes.
 *
 * @param file relative to the knowledge-base folder, with forward slashes
 * @param number from 1 for each file, without a gap
 * @param text of the whole file; empty where it was removed
 * @param digest SHA-256 of the text in hexadecimal, as {@link se.lotsen.knowledge.Page#digestOf} counts it
 * @param removed whether there is no such file from then on
 * @param note what the editor said of it; may be empty
 */
public record Revision(String file, int number, String text, String digest, boolean removed,
        RevisionOrigin origin,
        Actor by, Instant at, String note) {
}
