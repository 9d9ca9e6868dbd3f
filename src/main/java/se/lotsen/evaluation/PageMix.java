package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answerable rows whose first page was another than the expected.
 *
 * @param expected the right pages, joined by {@code |}
 * @param given the first page; {@code -} where nothing was found
 * @param rows the ids of the rows, in the file's order
 */
public record PageMix(String expected, String given, List<String> rows) {
    private static final int WORST = 20;

    /** The most frequent first; at most twenty. */
    static List<PageMix> worst(List<QuestionEvaluation.Graded> graded) {
        Map<String, Map<String, List<String>>> mixed = new TreeMap<>();
        for (QuestionEvaluation.Graded row : graded) {
            if (row.row().isAnswerable() && !row.isRightPage()) {
                String given = row.given().firstPage();
                mixed.computeIfAbsent(row.row().pagesText(), expected -> new TreeMap<>())
                        .computeIfAbsent(given.isEmpty() ? "-" : given, first -> new ArrayList<>())
                        .add(row.row().id());
            }
        }
        List<PageMix> mixes = new ArrayList<>();
        mixed.forEach((expected, byGiven) -> byGiven
                .forEach((given, rows) -> mixes.add(new PageMix(expected, given, List.copyOf(rows)))));
        mixes.sort(Comparator.comparingInt((PageMix mix) -> mix.rows().size()).reversed());
        return List.copyOf(mixes.subList(0, Math.min(WORST, mixes.size())));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("expected", expected);
        json.put("given", given);
        json.put("count", rows.size());
        json.put("ids", rows);
        return json;
    }
}
