package se.lotsen.archive;

import se.lotsen.audit.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody is writing; a file has at most one.
 *
 * @param file relative to the knowledge-base folder, with forward slashes
 * @param text of the whole file; whatever has been typed so far
 * @param basedOn the number of the revision that it changes; 0 for a new file
 * @param version counts its changes from 1; whoever saves names the one that they have read
 * @param writer who changed it last
 * @param note for whoever looks at it next; may be empty
 */
public record Draft(UUID id, String file, String text, int basedOn, int version, DraftState state,
        DraftOrigin origin,
        Actor writer, Instant changedAt, String note) {
}
