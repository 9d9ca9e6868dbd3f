package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTests {

    /** The upper limits of the 95 % two-sided intervals that Newcombe (1998, table I) gives; one side holds 97.5 %. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.3676", "15, 148, 0.1617", "0, 20, 0.1684", "1, 29, 0.1776"})
    void theUpperBoundIsThePublishedOne(int seen, int of, double bound) {
        assertThat(ClopperPearson.upper(seen, of, 0.975)).isCloseTo(bound, within(5e-5));
    }

    @Test
    void withNoneSeenTheBoundIsAboutThreeByTheNumber() {
        assertThat(ClopperPearson.provable(100, 0.95)).isCloseTo(1 - Math.pow(0.05, 0.01), within(1e-12));
        assertThat(ClopperPearson.provable(100, 0.95)).isCloseTo(0.03, within(0.001));
        assertThat(ClopperPearson.needed(0.05, 0.95)).isEqualTo(59);
        assertThat(ClopperPearson.provable(59, 0.95)).isLessThanOrEqualTo(0.05);
        assertThat(ClopperPearson.provable(58, 0.95)).isGreaterThan(0.05);
    }

    @Test
    void allSeenProvesNothing() {
        assertThat(ClopperPearson.upper(5, 5, 0.95)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5, 0.95", "6, 5, 0.95", "0, 0, 0.95", "0, 5, 1", "0, 5, 0"})
    void refusesWhatIsNoCount(int seen, int of, double confidence) {
        assertThatThrownBy(() -> ClopperPearson.upper(seen, of, confidence))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
