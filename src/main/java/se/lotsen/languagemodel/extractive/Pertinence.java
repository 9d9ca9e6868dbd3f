package se.lotsen.languagemodel.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.AskedWords;

/**
 * How far each line speaks of what the question asks about its page. Words that stand in most of the page's lines (the
 * page's own subject) tell little about which of them answers, so each word weighs by its rarity in the knowledge base times
 * its rarity among the lines.
 */
final class Pertinence {
    private final AskedWords words;
    private final Map<String, double[]> strengths = new HashMap<>();
    private final Map<Passage, double[]> ofPassages = new HashMap<>();
    private final double[] weights;
    private final double total;

    /**
     * Weighted shares of the question, 0..1.
     *
     * @param own what the line itself speaks of
     * @param withHeading what it speaks of with the headings above it
     * @param before what the statement before it adds to that
     * @param passage what its whole passage speaks of
     */
    record Shares(double own, double withHeading, double before, double passage) {
    }

    Pertinence(AskedWords words, List<Line> lines) {
        this.words = words;
        double[] rarity = words.weights();
        double[] holding = new double[rarity.length];
        for (Line line : lines) {
            double[] held = strengths(line.text());
            Arrays.setAll(holding, word -> holding[word] + held[word]);
        }
        this.weights = new double[rarity.length];
        Arrays.setAll(weights, word -> rarity[word] * Math.log(1 + lines.size() / (0.5 + holding[word])));
        this.total = Arrays.stream(weights).sum();
    }

    List<Shares> of(List<Line> lines) {
        List<Shares> shares = new ArrayList<>();
        for (Line line : lines) {
            double[] own = strengths(line.text());
            double[] withHeading = stronger(own, strengths(String.join(" ", line.passage().headings())));
            double[] before = line.at() == 0
                    ? withHeading
                    : stronger(withHeading, strengths(line.sibling(line.at() - 1).text()));
            double[] passage = ofPassages.computeIfAbsent(line.passage(), this::wholly);
            shares.add(new Shares(share(own), share(withHeading), share(before) - share(withHeading),
                    share(passage)));
        }
        return shares;
    }

    private double[] wholly(Passage passage) {
        double[] all = strengths(String.join(" ", passage.headings()));
        for (int at = 0; at < passage.statements().size(); at++) {
            all = stronger(all, strengths(passage.statements().get(at).text()));
        }
        return all;
    }

    private double[] strengths(String text) {
        return strengths.computeIfAbsent(text, words::strengths);
    }

    private double share(double[] held) {
        double share = 0;
        for (int word = 0; word < weights.length; word++) {
            share += weights[word] * held[word];
        }
        return total <= 0 ? 0 : share / total;
    }

    private static double[] stronger(double[] one, double[] other) {
        double[] stronger = new double[one.length];
        Arrays.setAll(stronger, word -> Math.max(one[word], other[word]));
        return stronger;
    }
}
