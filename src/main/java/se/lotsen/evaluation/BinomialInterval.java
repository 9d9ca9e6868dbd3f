package se.lotsen.evaluation;

import java.util.Map;
import java.util.TreeMap;

/**
 * A share of counted cases with its exact 95 % interval (Clopper and Pearson 1934), found by halving.
 *
 * @param hits how many of the cases
 * @param cases all
 * @param low lower end of the interval, 0..1
 * @param high upper end of the interval, 0..1
 */
public record BinomialInterval(int hits, int cases, double low, double high) {
    private static final double TAIL = 0.025;
    private static final int HALVINGS = 60;

    /** @throws IllegalArgumentException when there are more hits than cases */
    public static BinomialInterval of(int hits, int cases) {
        if (hits < 0 || hits > cases) {
            throw new IllegalArgumentException(hits + " of " + cases);
        }
        double[] logFactorials = new double[cases + 1];
        for (int n = 1; n <= cases; n++) {
            logFactorials[n] = logFactorials[n - 1] + Math.log(n);
        }
        double low = hits == 0 ? 0 : crossing(logFactorials, hits - 1, 1 - TAIL);
        double high = hits == cases ? 1 : crossing(logFactorials, hits, TAIL);
        return new BinomialInterval(hits, cases, low, high);
    }

    /** The share at which at most {@code hits} hits have the given probability. */
    private static double crossing(double[] logFactorials, int hits, double probability) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (atMost(logFactorials, hits, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double atMost(double[] logFactorials, int hits, double share) {
        int cases = logFactorials.length - 1;
        double sum = 0;
        for (int k = 0; k <= hits; k++) {
            sum += Math.exp(logFactorials[cases] - logFactorials[k] - logFactorials[cases - k]
                    + k * Math.log(share) + (cases - k) * Math.log1p(-share));
        }
        return sum;
    }

    /** 0 of 0 is 0. */
    public double share() {
        return cases == 0 ? 0 : (double) hits / cases;
    }

    /** For {@code --json}. */
    Map<String, Object> json() {
        return new TreeMap<>(
                Map.of("hits", hits, "cases", cases, "share", share(), "low", low, "high", high));
    }
}
