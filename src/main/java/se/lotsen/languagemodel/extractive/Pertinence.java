package se.lotsen.languagemodel.extractive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.languagemodel.AskedWords;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.languagemodel.VoiceRequest.RankedText;

/**
 * How far a statement speaks of what the question asks about its page. Words that stand in most of the page's statements
 * (the page's own subject) tell little about which of them answers, so each word weighs by its rarity in the knowledge base
 * times its rarity among the statements. What the heading says counts for the statements below it, a little less than
 * their own words.
 */
final class Pertinence {
    private static final double BY_HEADING = 0.8;

    private final AskedWords words;
    private final Map<String, double[]> strengths = new HashMap<>();
    private final double[] weights;
    private final double total;

    Pertinence(VoiceRequest request) {
        this.words = request.words();
        double[] rarity = words.weights();
        double[] holding = new double[rarity.length];
        int statements = 0;
        for (RankedText ranked : request.passages()) {
            for (Statement statement : ranked.passage().statements()) {
                statements++;
                double[] held = strengths(statement.text());
                Arrays.setAll(holding, word -> holding[word] + held[word]);
            }
        }
        double all = statements;
        this.weights = new double[rarity.length];
        Arrays.setAll(weights, word -> rarity[word] * Math.log(1 + all / (0.5 + holding[word])));
        this.total = Arrays.stream(weights).sum();
    }

    /** The weighted share of the question, 0..1, that the statement and the headings above it speak of. */
    double of(String statement, Passage passage) {
        if (total <= 0) {
            return 0;
        }
        double[] own = strengths(statement);
        double[] heading = strengths(String.join(" ", passage.headings()));
        double share = 0;
        for (int word = 0; word < weights.length; word++) {
            share += weights[word] * Math.max(own[word], BY_HEADING * heading[word]);
        }
        return share / total;
    }

    private double[] strengths(String text) {
        return strengths.computeIfAbsent(text, words::strengths);
    }
}
