package se.lotsen.answering;

import java.util.List;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.screening.Release;

/**
 * An answer that was made and checked as any other and not shown, as the municipality has a person look at it first, or only wants to know what it would have been.
 *
 * @param release why it was not shown: {@link Release#isHeldBack}
 * @param sentences what would have been said, in order
 */
public record Withheld(Release release, List<Sentence> sentences) {

    /** A sentence and the passage that holds it. */
    public record Sentence(String text, Citation source) {
    }

    static Withheld of(Release release, List<SpokenSentence> said) {
        return new Withheld(release, said.stream()
                .map(sentence -> new Sentence(sentence.text(), Endings.citation(sentence.source())))
                .toList());
    }

    AnswerOutcome outcome() {
        return switch (release) {
            case APPROVE -> AnswerOutcome.NOT_ANSWERED_UNTIL_APPROVED;
            case DRAFT -> AnswerOutcome.NOT_ANSWERED_DRAFT_ONLY;
            case SHADOW -> AnswerOutcome.NOT_ANSWERED_SHADOW;
            case OFF, PILOT, AUTONOMOUS -> throw new IllegalStateException("shown or not made: " + release);
        };
    }
}
