package se.lotsen.confidence;

import java.util.List;
import java.util.Map;
import se.lotsen.retrieval.Evidence;

/**
 * A logistic model of the probability that the first page is right.
 *
 * @param intercept the logit where every feature is at its mean
 * @param coefficients one for each feature used, in a fixed order
 */
public record ConfidenceModel(double intercept, List<Coefficient> coefficients) {

    /**
     * One feature's part: {@code weight * (value - mean) / scale}.
     *
     * @param feature a name of {@link Evidence#features()}
     * @param weight per scale
     * @param mean what the feature was on average where the model was fitted
     * @param scale its standard deviation there; above 0
     */
    public record Coefficient(String feature, double weight, double mean, double scale) {
    }

    /** The probability, 0..1. */
    public double probability(Evidence evidence) {
        return probability(evidence, 0);
    }

    double probability(Evidence evidence, double bias) {
        Map<String, Double> values = evidence.features();
        double logit = intercept + bias;
        for (Coefficient one : coefficients) {
            logit += one.weight() * (values.getOrDefault(one.feature(), one.mean()) - one.mean())
                    / one.scale();
        }
        return 1 / (1 + Math.exp(-logit));
    }
}
