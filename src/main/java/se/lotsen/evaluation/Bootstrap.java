package se.lotsen.evaluation;

import java.util.Arrays;
import java.util.Random;

/** Percentile bootstrap over rows (Efron 1979): how far a mean could be off by the choice of the rows alone. */
public final class Bootstrap {
    private static final int RESAMPLES = 1000;
    private static final long SEED = 20261122;

    private Bootstrap() {
    }

    /** The 95 % interval of the mean of the values; the same rows always give the same interval. */
    static Interval mean(double[] values) {
        Random random = new Random(SEED);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[r] = sum / values.length;
        }
        Arrays.sort(means);
        return new Interval(Arrays.stream(values).average().orElse(0), means[(int) (0.025 * RESAMPLES)],
                means[(int) (0.975 * RESAMPLES) - 1]);
    }

    /** A mean and its 95 % interval. */
    public record Interval(double value, double low, double high) {
    }
}
