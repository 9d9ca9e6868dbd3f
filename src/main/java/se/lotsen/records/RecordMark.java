package se.lotsen.records;

import java.time.Instant;
import se.lotsen.audit.Actor;
import se.lotsen.conversation.ConversationId;

/**
 * That a conversation must be kept.
 *
 * @param reason as the officer wrote it, masked
 */
public record RecordMark(ConversationId conversation, Kind kind, String reason, Actor by, Instant placedAt) {

    /** Why it must; the text is {@code records.mark.} and the name. */
    public enum Kind {
        /** It may be asked for in a dispute, an inquiry or by a court: nobody disposes of it until the hold is lifted. */
        LEGAL_HOLD("legal-hold"),
        /** It is to be kept for good (bevaras) and handed to the archive. */
        PRESERVE("preserve");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The reason of the hold on disposal, and part of addresses and audit codes. */
        public String word() {
            return word;
        }
    }
}
