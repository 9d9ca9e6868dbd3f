package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.lotsen.evaluation.RowFile.Row;

/**
 * Strictly right rows before and after, over the rows of the question file that both files answer.
 *
 * @param gained wrong before, right after
 * @param lost right before, wrong after
 * @param difference share after minus share before, paired bootstrap
 * @param probability of McNemar's exact test
 * @param ungraded compared rows that the question file does not have
 * @param unanswered rows of the question file that not both files have
 */
public record ComparedGrades(Share before, Share after, List<String> gained, List<String> lost,
        Bootstrap.Interval difference, double probability, List<String> ungraded,
        List<String> unanswered) {
    private static final double RARE = 0.05;

    /** Whether the difference is told apart from chance: by the interval and by the exact test. */
    public boolean isToldApart() {
        return difference.excludesZero() && probability < RARE;
    }

    static ComparedGrades of(Map<String, Row> before, Map<String, Row> after,
            Map<String, QuestionRow> asked) {
        List<String> keys = asked.keySet().stream()
                .filter(key -> before.containsKey(key) && after.containsKey(key)).toList();
        List<String> gained = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        double[] difference = new double[keys.size()];
        for (int i = 0; i < difference.length; i++) {
            String key = keys.get(i);
            boolean was = isRight(asked, before, key);
            boolean is = isRight(asked, after, key);
            difference[i] = (is ? 1 : 0) - (was ? 1 : 0);
            if (is != was) {
                (is ? gained : lost).add(key);
            }
        }
        return new ComparedGrades(Share.of(keys, key -> isRight(asked, before, key)),
                Share.of(keys, key -> isRight(asked, after, key)), gained, lost,
                Bootstrap.mean(difference),
                McNemar.probability(gained.size(), lost.size()),
                before.keySet().stream().filter(key -> !asked.containsKey(key)).toList(),
                asked.keySet().stream().filter(key -> !keys.contains(key)).toList());
    }

    private static boolean isRight(Map<String, QuestionRow> asked, Map<String, Row> rows, String key) {
        return Objects.requireNonNull(asked.get(key))
                .isStrictlyRight(Objects.requireNonNull(rows.get(key)).given());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("strictlyRightBefore", FigureJson.share(before));
        json.put("strictlyRightAfter", FigureJson.share(after));
        json.put("difference", FigureJson.figure(difference));
        json.put("mcNemarProbability", probability);
        json.put("toldApart", isToldApart());
        json.put("gained", gained);
        json.put("lost", lost);
        json.put("ungraded", ungraded);
        json.put("unanswered", unanswered);
        return json;
    }
}
