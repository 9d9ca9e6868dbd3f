package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialIntervalTests {

    /** The first four in closed form, 1 - 0.025^(1/n); the rest from R's binom.test. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.3085", "10, 10, 0.6915, 1", "0, 100, 0, 0.0362", "100, 100, 0.9638, 1",
            "5, 10, 0.1871, 0.8129", "1, 10, 0.0025, 0.4450", "50, 100, 0.3983, 0.6017"})
    void theIntervalIsExact(int hits, int cases, double low, double high) {
        BinomialInterval interval = BinomialInterval.of(hits, cases);
        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void nothingOfNothingSaysNothing() {
        assertThat(BinomialInterval.of(0, 0)).isEqualTo(new BinomialInterval(0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialInterval.of(2, 1));
    }
}
