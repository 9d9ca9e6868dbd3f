package se.lotsen.asking;

import java.util.List;
import java.util.Optional;
import se.lotsen.answering.Explanation;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerReceipt;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent;

/** Writes the receipts of answers. */
@FunctionalInterface
public interface AnswerReceipts {
    /** Where none are written. */
    AnswerReceipts NONE = (asked, events, why, stored) -> Optional.empty();

    /** A receipt, and the end of the answer that quotes it. */
    record Receipted(AnswerReceipt receipt, ConversationEvent.Completed end) {
    }

    /**
     * Of one whole answer; empty when none can be written, which keeps no answer back. Blocks.
     *
     * @param events all of the answer, the end last
     * @param stored the explanation as it will be stored
     */
    Optional<Receipted> of(AskedQuestion asked, List<ConversationEvent> events, Explanation why,
            AnswerExplanation stored);
}
