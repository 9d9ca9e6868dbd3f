package se.lotsen.gaps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.lotsen.retrieval.QuestionWords;

/**
 * Texts as sparse vectors of length 1 over parts of words, which compounds, inflections and misspelt words have in common. Each
 * part weighs the square of its idf (that of BM25, Robertson and Spärck Jones) among the texts that are compared and others:
 * the square, as in a dozen words a rare one says nearly everything. Found better than whole words, than both together and than
 * other powers; see docs/adr/0040-gaps.md.
 */
final class TextVectors {
    private static final int POWER = 2;
    private final Map<String, Integer> holding = new HashMap<>();
    private final Map<String, Integer> terms = new HashMap<>();
    private int texts;

    /** A vector; the terms are in ascending order. */
    record Vector(int[] terms, double[] weights) {
    }

    /** Counts a text's parts for how rare they are. */
    void learn(String text) {
        texts++;
        QuestionWords.grams(text).keySet().forEach(gram -> holding.merge(gram, 1, Integer::sum));
    }

    /** The vector of a text; empty when it has nothing but little words. */
    Vector of(String text) {
        Set<String> grams = QuestionWords.grams(text).keySet();
        double length = Math.sqrt(grams.stream().mapToDouble(gram -> Math.pow(weight(gram), 2)).sum());
        Map<Integer, Double> weights = new TreeMap<>();
        grams.forEach(gram -> weights.put(terms.computeIfAbsent(gram, any -> terms.size()),
                weight(gram) / length));
        List<Integer> ids = new ArrayList<>(weights.keySet());
        return new Vector(ids.stream().mapToInt(Integer::intValue).toArray(),
                weights.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double weight(String gram) {
        int with = holding.getOrDefault(gram, 0);
        return Math.pow(Math.log(1 + (Math.max(0, texts - with) + 0.5) / (with + 0.5)), POWER);
    }
}
