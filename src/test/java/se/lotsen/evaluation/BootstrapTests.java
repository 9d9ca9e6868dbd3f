package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BootstrapTests {

    @Test
    void theSameRowsAlwaysGiveTheSameInterval() {
        double[] rows = rows(200, 150);
        assertThat(Bootstrap.mean(rows)).isEqualTo(Bootstrap.mean(rows.clone()));
    }

    @Test
    void rowsThatAgreeLeaveNoDoubt() {
        assertThat(Bootstrap.mean(rows(50, 50))).isEqualTo(new Bootstrap.Interval(1, 1, 1));
        assertThat(Bootstrap.mean(rows(50, 0))).isEqualTo(new Bootstrap.Interval(0, 0, 0));
        assertThat(Bootstrap.mean(new double[]{0.25})).isEqualTo(new Bootstrap.Interval(0.25, 0.25, 0.25));
    }

    /** The textbook's interval for a share p of n rows is p ± 1.96 √(p (1 − p) / n). */
    @Test
    void theIntervalIsAsWideAsTheTextbooks() {
        Bootstrap.Interval interval = Bootstrap.mean(rows(400, 300));
        double half = 1.96 * Math.sqrt(0.75 * 0.25 / 400);
        assertThat(interval.value()).isEqualTo(0.75);
        assertThat(interval.low()).isCloseTo(0.75 - half, within(0.008));
        assertThat(interval.high()).isCloseTo(0.75 + half, within(0.008));
    }

    @Test
    void moreRowsNarrowIt() {
        Bootstrap.Interval few = Bootstrap.mean(rows(20, 15));
        Bootstrap.Interval many = Bootstrap.mean(rows(2_000, 1_500));
        assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 5);
    }

    @Test
    void theDifferenceOfSeparateSamplesIsAsWideAsTheTextbooks() {
        Bootstrap.Interval interval = Bootstrap.difference(rows(400, 300), rows(200, 100));
        double half = 1.96 * Math.sqrt(0.75 * 0.25 / 400 + 0.5 * 0.5 / 200);
        assertThat(interval.value()).isEqualTo(0.25);
        assertThat(interval.low()).isCloseTo(0.25 - half, within(0.012));
        assertThat(interval.high()).isCloseTo(0.25 + half, within(0.012));
        assertThat(interval.excludesZero()).isTrue();
        assertThat(Bootstrap.difference(rows(20, 10), rows(20, 11)).excludesZero()).isFalse();
    }

    @Test
    void thePercentileIsTheNearestRank() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> i + 1);
        Bootstrap.Interval interval = Bootstrap.percentile(values, 0.95);
        assertThat(interval.value()).isEqualTo(95);
        assertThat(interval.low()).isBetween(88.0, 95.0);
        assertThat(interval.high()).isBetween(95.0, 100.0);
        assertThat(Bootstrap.percentile(new double[0], 0.95).value()).isZero();
    }

    private static double[] rows(int count, int right) {
        double[] rows = new double[count];
        Arrays.fill(rows, 0, right, 1);
        return rows;
    }
}
