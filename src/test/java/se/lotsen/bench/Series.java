package se.lotsen.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The same thing measured several times. */
final class Series {
    private double[] sorted = {};

    void add(double value) {
        sorted = DoubleStream.concat(Arrays.stream(sorted), DoubleStream.of(value)).sorted().toArray();
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The value at a quantile, 0..1, as a series of its own. */
    Series at(double quantile) {
        Series one = new Series();
        one.add(sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))]);
        return one;
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    /** {@code median [min, max]}. */
    String text(int digits) {
        String number = "%,." + digits + "f";
        return String.format(Locale.ROOT, number + " [" + number + ", " + number + "]", median(), min(),
                max());
    }
}
