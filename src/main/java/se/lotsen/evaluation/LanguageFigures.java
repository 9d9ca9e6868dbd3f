package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.lotsen.evaluation.QuestionEvaluation.Graded;

/**
 * How well each language of the file is served, and how far it lies behind Swedish.
 *
 * @param lang the rows' language code
 * @param rows how many there are
 * @param shares by figure: {@code answerRate} (answered, of answerable rows), {@code strictlyRight},
 *            {@code rightKind} and {@code rightLanguage} (of all rows)
 * @param gaps by figure: Swedish minus this language with its bootstrap interval; empty for Swedish and where one of the
 *            two has no rows
 */
public record LanguageFigures(String lang, int rows, Map<String, Share> shares,
        Map<String, Bootstrap.Interval> gaps) {
    private static final String SWEDISH = "sv";

    private enum Figure {
        ANSWER_RATE("answerRate", row -> row.row().isAnswerable(), Graded::isAnswered), //
        STRICTLY_RIGHT("strictlyRight", row -> true, Graded::isStrictlyRight), //
        RIGHT_KIND("rightKind", row -> true, Graded::isRightKind), //
        RIGHT_LANGUAGE("rightLanguage", row -> true, Graded::isRightLanguage);

        private final String wireName;
        private final Predicate<Graded> counted;
        private final Predicate<Graded> right;

        Figure(String wireName, Predicate<Graded> counted, Predicate<Graded> right) {
            this.wireName = wireName;
            this.counted = counted;
            this.right = right;
        }

        private Share share(List<Graded> rows) {
            return Share.of(rows.stream().filter(counted).toList(), right);
        }

        private double[] values(List<Graded> rows) {
            return rows.stream().filter(counted).mapToDouble(row -> right.test(row) ? 1 : 0).toArray();
        }
    }

    /** The furthest that any language lies behind Swedish in one figure. */
    public record Gap(String figure, String lang, Bootstrap.Interval gap) {
    }

    /** Swedish first, the others by their code. */
    static List<LanguageFigures> of(List<Graded> graded) {
        Map<String, List<Graded>> byLanguage = new TreeMap<>((a, b) -> a.equals(b)
                ? 0
                : a.equals(SWEDISH) ? -1 : b.equals(SWEDISH) ? 1 : a.compareTo(b));
        graded.forEach(row -> byLanguage.computeIfAbsent(row.row().lang(), lang -> new ArrayList<>())
                .add(row));
        List<Graded> swedish = byLanguage.getOrDefault(SWEDISH, List.of());
        List<LanguageFigures> languages = new ArrayList<>();
        byLanguage.forEach((lang, rows) -> languages.add(of(lang, rows, swedish)));
        return List.copyOf(languages);
    }

    private static LanguageFigures of(String lang, List<Graded> rows, List<Graded> swedish) {
        Map<String, Share> shares = new LinkedHashMap<>();
        Map<String, Bootstrap.Interval> gaps = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            shares.put(figure.wireName, figure.share(rows));
            double[] own = figure.values(rows);
            double[] theirs = figure.values(swedish);
            if (!lang.equals(SWEDISH) && own.length > 0 && theirs.length > 0) {
                gaps.put(figure.wireName, Bootstrap.difference(theirs, own));
            }
        }
        return new LanguageFigures(lang, rows.size(), shares, gaps);
    }

    /** The largest gap to Swedish of each figure; empty where there is nothing to compare. */
    static List<Gap> largest(List<LanguageFigures> languages) {
        Map<String, Gap> largest = new LinkedHashMap<>();
        for (LanguageFigures language : languages) {
            language.gaps.forEach((figure, gap) -> largest.merge(figure,
                    new Gap(figure, language.lang, gap),
                    (one, other) -> other.gap().value() > one.gap().value() ? other : one));
        }
        return List.copyOf(largest.values());
    }
}
