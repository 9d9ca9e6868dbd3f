package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import se.lotsen.answering.Answer;
import se.lotsen.conversation.AnswerKind;

/**
 * Asks every question of a file and holds the answers against what was expected. Rows in other languages than Swedish are
 * counted apart, as nothing in the knowledge base speaks them yet.
 */
public final class QuestionEvaluation {
    private QuestionEvaluation() {
    }

    /** A row and what was answered to it. */
    public record Graded(QuestionRow row, Answer answer) {
    }

    /** A share of rows with its 95 % interval; NaN-free: no rows give 0 of 0. */
    public record Share(int rows, Bootstrap.Interval share) {
        static Share of(List<Graded> graded, Predicate<Graded> right) {
            ToDoubleFunction<Graded> value = row -> right.test(row) ? 1 : 0;
            return new Share(graded.size(), graded.isEmpty()
                    ? new Bootstrap.Interval(0, 0, 0)
                    : Bootstrap.mean(graded.stream().mapToDouble(value).toArray()));
        }
    }

    /**
     * @param rightPageFirst among answerable Swedish rows: a right page is the first source, answered or not
     * @param answeredOfAnswerable coverage: answerable Swedish rows that were answered
     * @param rightAmongAnswered of those, the right page
     * @param factsAmongAnswered of answered rows with facts, every fact in the answer
     * @param answeredOfUnanswerable rows that no page answers, but that were answered
     * @param strictlyRight all Swedish rows: kind, page and every fact
     * @param kinds expected kinds to given kind, counted
     */
    public record Figures(String file, Share rightPageFirst, Share answeredOfAnswerable,
            Share rightAmongAnswered,
            Share factsAmongAnswered, Share answeredOfUnanswerable, Share strictlyRight,
            Share otherLanguagesAnswered, Map<String, Map<String, Integer>> kinds, List<Graded> graded) {

        /** The figures by name, for tables and JSON. */
        public Map<String, Share> named() {
            Map<String, Share> named = new LinkedHashMap<>();
            named.put("rightPageFirst", rightPageFirst);
            named.put("answeredOfAnswerable", answeredOfAnswerable);
            named.put("rightAmongAnswered", rightAmongAnswered);
            named.put("factsAmongAnswered", factsAmongAnswered);
            named.put("answeredOfUnanswerable", answeredOfUnanswerable);
            named.put("strictlyRight", strictlyRight);
            named.put("otherLanguagesAnswered", otherLanguagesAnswered);
            return named;
        }

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file);
            json.put("rows", graded.size());
            Map<String, Integer> counts = new LinkedHashMap<>();
            Map<String, List<Double>> intervals = new LinkedHashMap<>();
            named().forEach((name, share) -> {
                json.put(name, share.share().value());
                counts.put(name, share.rows());
                intervals.put(name, List.of(share.share().low(), share.share().high()));
            });
            json.put("rowsOf", counts);
            json.put("intervals95", intervals);
            json.put("kinds", kinds);
            return json;
        }
    }

    /** @throws EvaluationInputException when the file cannot be read */
    public static Figures run(Path file, Function<QuestionRow, Answer> ask) {
        List<Graded> graded = new ArrayList<>();
        for (QuestionRow row : QuestionRow.read(file)) {
            graded.add(new Graded(row, ask.apply(row)));
        }
        return figures(file.getFileName().toString(), graded);
    }

    /** The figures over rows that were asked already. */
    public static Figures figures(String file, List<Graded> graded) {
        List<Graded> swedish = graded.stream().filter(row -> row.row().lang().equals("sv")).toList();
        List<Graded> answerable = swedish.stream().filter(row -> row.row().isAnswerable()).toList();
        List<Graded> unanswerable = swedish.stream().filter(row -> !row.row().isAnswerable()).toList();
        List<Graded> answered = answerable.stream().filter(QuestionEvaluation::isAnswered).toList();
        List<Graded> withFacts = answered.stream().filter(row -> !row.row().facts().isEmpty()).toList();
        List<Graded> other = graded.stream().filter(row -> !row.row().lang().equals("sv")).toList();
        return new Figures(file, Share.of(answerable, QuestionEvaluation::isRightPage),
                Share.of(answerable, QuestionEvaluation::isAnswered),
                Share.of(answered, QuestionEvaluation::isRightPage),
                Share.of(withFacts, row -> row.row().isStrictlyRight(row.answer())),
                Share.of(unanswerable, QuestionEvaluation::isAnswered),
                Share.of(swedish, row -> row.row().isStrictlyRight(row.answer())),
                Share.of(other, QuestionEvaluation::isAnswered), kinds(graded), graded);
    }

    private static boolean isAnswered(Graded graded) {
        return graded.answer().kind() == AnswerKind.ANSWERED;
    }

    private static boolean isRightPage(Graded graded) {
        return graded.row().isRightPageFirst(graded.answer());
    }

    private static Map<String, Map<String, Integer>> kinds(List<Graded> graded) {
        Map<String, Map<String, Integer>> kinds = new TreeMap<>();
        for (Graded row : graded) {
            String expected = String.join("|",
                    row.row().expected().stream().map(AnswerKind::wireName).toList());
            kinds.computeIfAbsent(expected, key -> new TreeMap<>())
                    .merge(row.answer().kind().wireName(), 1, Integer::sum);
        }
        return kinds;
    }
}
