package se.lotsen.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.privacy.MaskedText;

/**
 * A question that was asked once and what became of it, for those who look at many.
 *
 * @param answer its number in the conversation, from 1
 * @param at when it was asked
 * @param text personal data is hidden already
 * @param language BCP 47; {@code und} where it is none that is known
 * @param confidence 0..1
 * @param pages the ids of the pages that were found, best first; empty where nothing was searched
 * @param citations what the sentences of the answer cite, each once
 * @param helpful what the citizen thinks of the answer; null until said
 * @param handedOver whether the citizen asked for a person after it and before the next question
 */
public record PastQuestion(ConversationId conversation, int answer, Instant at, MaskedText text,
        String language,
        AnswerOutcome outcome, double confidence, List<String> pages, List<Citation> citations,
        @Nullable Boolean helpful, boolean handedOver) {
}
