package se.lotsen.evaluation;

import java.util.List;
import se.lotsen.evaluation.QuestionEvaluation.Graded;

/**
 * How long the answers are, in words; only answers made of pages count.
 *
 * @param answers how many there are
 * @param mean their mean length
 * @param p95 the length that 95 of 100 do not exceed
 */
public record AnswerLength(int answers, Bootstrap.Interval mean, Bootstrap.Interval p95) {
    private static final double MOST = 0.95;

    static AnswerLength of(List<Graded> graded) {
        double[] words = graded.stream().filter(Graded::isAnswered)
                .mapToDouble(row -> words(row.given().text())).toArray();
        return new AnswerLength(words.length, Bootstrap.mean(words), Bootstrap.percentile(words, MOST));
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
