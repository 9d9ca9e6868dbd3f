package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.privacy.MaskedText;

/**
 * An earlier question of the same conversation and what became of it: what a follow-up leans on.
 *
 * @param question the citizen's words without personal data
 * @param outcome how it ended; null when it has not ended
 * @param page the page that was quoted; null when none was
 * @param choices what the citizen was asked to choose between; empty when nothing was
 */
public record EarlierTurn(MaskedText question, @Nullable AnswerOutcome outcome, @Nullable String page,
        List<Choice> choices) {
    /** How many events of a conversation are enough to know its last turns. */
    public static final int EVENTS = 60;

    /** The turns of a stretch of a conversation's log; what stands before its first question is left out. */
    public static List<EarlierTurn> of(List<ConversationEvent> events) {
        List<EarlierTurn> turns = new ArrayList<>();
        for (ConversationEvent event : events) {
            if (event instanceof ConversationEvent.QuestionAsked asked) {
                turns.add(new EarlierTurn(asked.text(), null, null, List.of()));
            } else if (!turns.isEmpty()) {
                turns.add(turns.removeLast().after(event));
            }
        }
        return List.copyOf(turns);
    }

    /** The turn as one more of its events leaves it. */
    EarlierTurn after(ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.TextReleased text -> text.sources().isEmpty() || page != null
                    ? this
                    : new EarlierTurn(question, outcome, text.sources().getFirst().page(), choices);
            case ConversationEvent.ChoicesOffered offered ->
                new EarlierTurn(question, outcome, page, offered.choices());
            case ConversationEvent.Completed completed ->
                new EarlierTurn(question, completed.outcome(), page, choices);
            default -> this;
        };
    }

    /** Whether the citizen got neither an answer nor anybody's name: asked back, or nothing found. */
    boolean hasFailed() {
        return outcome == AnswerOutcome.CLARIFICATION_ASKED
                || outcome == AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE
                || outcome == AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE;
    }
}
