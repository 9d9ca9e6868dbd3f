package se.lotsen.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.feedback.SatisfactionFigures.Mean;

/** The index of SKR, and how sure it is. */
class SatisfactionFiguresTests {

    @Test
    void fewerThanFiveRepliesTellNothingButTheirNumber() {
        assertThat(SatisfactionFigures.of(List.of(5, 5, 1, 2)))
                .isEqualTo(new SatisfactionFigures(4, null, List.of()));
        assertThat(SatisfactionFigures.of(List.of(5, 5, 1, 2, 3)).index()).isNotNull();
    }

    @Test
    void theIndexIsTheMeanOfNoneToAHundred() {
        assertThat(SatisfactionFigures.of(List.of(1, 2, 3, 4, 5)).index().value()).isEqualTo(50);
        assertThat(SatisfactionFigures.of(List.of(1, 2, 3, 4, 5)).distribution()).containsExactly(1, 1, 1, 1,
                1);
    }

    @Test
    void fiveWhoAgreeAreNotCertainAndAHundredNearlyAre() {
        Mean five = SatisfactionFigures.of(Collections.nCopies(5, 5)).index();
        assertThat(five.value()).isEqualTo(100);
        assertThat(five.high()).isEqualTo(100);
        assertThat(five.low()).isEqualTo(53.1, within(0.1));
        assertThat(SatisfactionFigures.of(Collections.nCopies(100, 5)).index().low()).isBetween(97.0, 99.0);
    }

    @Test
    void theIntervalIsNarrowerWithMoreRepliesAndStaysWithinTheScale() {
        double before = 200;
        for (int n = 5; n <= 200; n += 5) {
            Mean mean = SatisfactionFigures.of(Collections.nCopies(n / 5, List.of(1, 1, 2, 4, 5)).stream()
                    .flatMap(List::stream).toList()).index();
            assertThat(mean.low()).isGreaterThanOrEqualTo(0).isLessThan(mean.value());
            assertThat(mean.high() - mean.low()).as("of %d replies", n).isLessThan(before);
            before = mean.high() - mean.low();
        }
    }
}
