package se.lotsen.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A share of rows with its 95 % interval; no rows give 0 of 0, never NaN.
 *
 * @param rows how many rows it counts over
 * @param share 0..1 and its interval
 * @param method how the interval was found
 */
public record Share(int rows, Bootstrap.Interval share, Method method) {
    /** With fewer rows than this on one side the bootstrap's interval is too narrow. */
    private static final int FEW = 10;

    /** How an interval was found. */
    public enum Method {
        /** Percentile bootstrap over the rows. */
        BOOTSTRAP("bootstrap"),
        /** Exact, for shares with fewer than ten right or fewer than ten wrong rows. */
        CLOPPER_PEARSON("clopper-pearson"),
        /** There are no rows. */
        NONE("none");

        private final String wireName;

        Method(String wireName) {
            this.wireName = wireName;
        }

        /** As it stands in JSON. */
        public String wireName() {
            return wireName;
        }
    }

    /** The share of the rows for which the test holds. */
    static <T> Share of(List<T> rows, Predicate<? super T> test) {
        double[] values = rows.stream().mapToDouble(row -> test.test(row) ? 1 : 0).toArray();
        int right = (int) Arrays.stream(values).sum();
        if (values.length == 0) {
            return new Share(0, new Bootstrap.Interval(0, 0, 0), Method.NONE);
        }
        return Math.min(right, values.length - right) < FEW
                ? new Share(values.length, BinomialInterval.of(right, values.length).interval(),
                        Method.CLOPPER_PEARSON)
                : new Share(values.length, Bootstrap.mean(values), Method.BOOTSTRAP);
    }

    /** How many rows the test held for. */
    public int count() {
        return (int) Math.round(rows * share.value());
    }
}
