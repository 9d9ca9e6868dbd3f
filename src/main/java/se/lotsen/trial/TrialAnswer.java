package se.lotsen.trial;

import java.util.List;
import se.lotsen.answering.Answer;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.conversation.ConversationEvent.Citation;

/**
 * What a resident sees of an answer. When a person can be reached is left out: that depends on the hour, not on the pages.
 *
 * @param lines the sentences
 * @param choices the titles of the services that are offered
 * @param related the pages that are linked where nothing is quoted
 * @param page the first page that was found; empty for none. The resident does not see it
 */
public record TrialAnswer(AnswerKind kind, AnswerOutcome outcome, double confidence, List<Line> lines,
        List<String> choices, List<String> related, String page) {

    /**
     * A sentence and the passages that it cites.
     *
     * @param passages addresses without the version
     */
    public record Line(String text, List<String> passages) {
    }

    /** The part of an answer that this is about. */
    public static TrialAnswer of(Answer answer) {
        List<String> found = answer.sources().stream().map(source -> source.page()).toList();
        return new TrialAnswer(answer.kind(), answer.outcome(), answer.confidence(),
                answer.answer().stream().map(sentence -> new Line(sentence.text(),
                        sentence.sources().stream().map(Citation::url).toList())).toList(),
                answer.choices().stream().map(Choice::label).toList(),
                answer.outcome().linksPages() ? found.stream().limit(3).toList() : List.of(),
                found.isEmpty() ? "" : found.getFirst());
    }

    /** Whether a resident would see the same. */
    public boolean looksLike(TrialAnswer other) {
        return kind == other.kind && lines.equals(other.lines) && choices.equals(other.choices)
                && related.equals(other.related);
    }

    /** Whether text from pages was given. */
    public boolean isAnswered() {
        return kind == AnswerKind.ANSWERED;
    }
}
