package se.lotsen.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Percentile bootstrap over rows (Efron 1979): how far a figure could be off by the choice of the rows alone. */
public final class Bootstrap {
    private static final int RESAMPLES = 1000;
    private static final long SEED = 20261122;

    private Bootstrap() {
    }

    /** The 95 % interval of the mean of the values; the same rows always give the same interval. */
    static Interval mean(double[] values) {
        return of(values, Bootstrap::average);
    }

    /**
     * The 95 % interval of the value that the share {@code p} of the values does not exceed (nearest rank).
     *
     * @param p 0..1, such as 0.95
     */
    static Interval percentile(double[] values, double p) {
        return of(values, sample -> {
            double[] sorted = sample.clone();
            Arrays.sort(sorted);
            return sorted.length == 0
                    ? 0
                    : sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)];
        });
    }

    /** The 95 % interval of mean(first) - mean(second) of two separate samples. */
    static Interval difference(double[] first, double[] second) {
        Random random = new Random(SEED);
        double[] figures = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            figures[r] = average(resample(first, random)) - average(resample(second, random));
        }
        return interval(average(first) - average(second), figures);
    }

    /** The 95 % interval of sum(parts) / sum(wholes), drawn by rows; 0 where the wholes are. */
    static Interval ratio(double[] parts, double[] wholes) {
        Random random = new Random(SEED);
        double[] figures = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double part = 0;
            double whole = 0;
            for (int i = 0; i < parts.length; i++) {
                int row = random.nextInt(parts.length);
                part += parts[row];
                whole += wholes[row];
            }
            figures[r] = whole == 0 ? 0 : part / whole;
        }
        double whole = average(wholes);
        return interval(whole == 0 ? 0 : average(parts) / whole, figures);
    }

    private static Interval of(double[] values, ToDoubleFunction<double[]> figure) {
        Random random = new Random(SEED);
        double[] figures = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            figures[r] = figure.applyAsDouble(resample(values, random));
        }
        return interval(figure.applyAsDouble(values), figures);
    }

    private static double[] resample(double[] values, Random random) {
        double[] sample = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sample[i] = values[random.nextInt(values.length)];
        }
        return sample;
    }

    private static double average(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    private static Interval interval(double value, double[] figures) {
        Arrays.sort(figures);
        return new Interval(value, figures[(int) (0.025 * RESAMPLES)],
                figures[(int) (0.975 * RESAMPLES) - 1]);
    }

    /** A figure and its 95 % interval. */
    public record Interval(double value, double low, double high) {

        /** Whether the interval leaves out zero: for a difference, that it is not chance alone. */
        public boolean excludesZero() {
            return low > 0 || high < 0;
        }
    }
}
