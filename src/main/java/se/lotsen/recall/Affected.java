package se.lotsen.recall;

import java.time.Instant;
import java.util.List;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.QuestionHistory.Reach;
import se.lotsen.delivery.CitizenContacts;

/**
 * A conversation that used a wrong passage.
 *
 * @param uses in their order; never empty
 * @param contact how the citizen can be reached beside the conversation
 */
public record Affected(ConversationId conversation, List<Use> uses, Reach reach,
        CitizenContacts.Way contact) {
    public Affected {
        uses = List.copyOf(uses);
    }

    /**
     * An answer, or an agent's message, with sentences from a wrong passage.
     *
     * @param answer the answer's number, from 1; 0 before the first question
     * @param at when the first of the sentences was given
     * @param question masked; empty in a secret case, and where nothing was asked before
     * @param sentences as the citizen read them; none in a secret case
     * @param exact whether one of them says what was taken out, and not only what stood beside it
     */
    public record Use(int answer, Instant at, String question, List<String> sentences, boolean exact) {
        public Use {
            sentences = List.copyOf(sentences);
        }
    }

    /** When the citizen was first told. */
    public Instant at() {
        return uses.getFirst().at();
    }

    /** Whether the citizen finds a correction in the conversation itself. */
    public boolean openable() {
        return reach.openable();
    }

    /** Whether there is any way to tell the citizen. */
    public boolean reachable() {
        return openable() || contact != CitizenContacts.Way.NONE;
    }
}
