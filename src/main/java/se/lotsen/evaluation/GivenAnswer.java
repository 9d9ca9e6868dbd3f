package se.lotsen.evaluation;

import java.util.stream.Collectors;
import se.lotsen.answering.Answer;
import se.lotsen.conversation.AnswerKind;

/**
 * What grading looks at in an answer, whether it was just given or is read from a file of rows.
 *
 * @param kind the answer's kind
 * @param firstPage the first source's page id; empty when there is no source
 * @param text the sentences, one on each line
 * @param confidence 0..1
 */
record GivenAnswer(AnswerKind kind, String firstPage, String text, double confidence) {

    static GivenAnswer of(Answer answer) {
        return new GivenAnswer(answer.kind(),
                answer.sources().isEmpty() ? "" : answer.sources().getFirst().page(),
                answer.answer().stream().map(Answer.Sentence::text).collect(Collectors.joining("\n")),
                answer.confidence());
    }

    boolean isAnswered() {
        return kind == AnswerKind.ANSWERED;
    }
}
