package se.lotsen.answering;

import java.util.List;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.screening.Release;

/**
 * An answer that was made and checked as any other and not shown, as the municipality has a person look at it first.
 *
 * @param release why it was not shown: {@link Release#DRAFT} or {@link Release#APPROVE}
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
        return release == Release.APPROVE
                ? AnswerOutcome.NOT_ANSWERED_UNTIL_APPROVED
                : AnswerOutcome.NOT_ANSWERED_DRAFT_ONLY;
    }
}
