package se.lotsen.recall;

import java.time.Instant;
import java.util.UUID;
import se.lotsen.audit.Actor;

/**
 * What citizens are told because a passage was wrong.
 *
 * @param title the page's, as it was called when it was corrected
 * @param text what is told; never blank once it is sent
 * @param version counts its changes from 1; whoever changes it names the one that they have read
 * @param by who changed it last
 */
public record Correction(UUID id, Selection selection, String title, String text, State state, int version,
        Actor by, Instant changedAt) {

    /** How far it has come. */
    public enum State {
        /** Its text is being written. */
        DRAFT,
        /** It goes out. */
        SENDING,
        /** Somebody has stopped it; whoever was told is told. */
        STOPPED,
        /** Everybody was told who can be. */
        SENT
    }

    /** The page that was wrong. */
    public String page() {
        return selection.page();
    }
}
