package se.lotsen.testing;

import se.lotsen.retrieval.Relevance;

/** One word of which every text holds the same. */
public record FixedRelevance(double weight, double strength) implements Relevance {
    public static Relevance of(double weight, double strength) {
        return new FixedRelevance(weight, strength);
    }

    @Override
    public double[] weights() {
        return new double[]{weight};
    }

    @Override
    public double[] strengths(String text) {
        return new double[]{strength};
    }
}
