package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTests {

    /** From published tables of the exact interval. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.3085", "10, 10, 0.6915, 1", "8, 10, 0.4439, 0.9748", "5, 30, 0.0564, 0.3472",
            "1, 1, 0.025, 1", "0, 300, 0, 0.0122"})
    void theExactIntervalIsTheTextbooks(int right, int rows, double low, double high) {
        Bootstrap.Interval interval = BinomialInterval.of(right, rows).interval();
        assertThat(interval.value()).isEqualTo((double) right / rows);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void aLargeFileDoesNotOverflow() {
        Bootstrap.Interval interval = BinomialInterval.of(9_997, 10_000).interval();
        assertThat(interval.low()).isBetween(0.999, 0.9997);
        assertThat(interval.high()).isBetween(0.9997, 1.0);
    }

    @Test
    void fewRowsOnOneSideAreCountedExactly() {
        assertThat(share(100, 9).method()).isEqualTo(Share.Method.CLOPPER_PEARSON);
        assertThat(share(100, 91).method()).isEqualTo(Share.Method.CLOPPER_PEARSON);
        assertThat(share(100, 10).method()).isEqualTo(Share.Method.BOOTSTRAP);
        assertThat(share(100, 10).share()).isEqualTo(share(100, 10).share());
        assertThat(share(100, 37).count()).isEqualTo(37);
    }

    private static Share share(int rows, int right) {
        return Share.of(IntStream.range(0, rows).boxed().toList(), row -> row < right);
    }
}
