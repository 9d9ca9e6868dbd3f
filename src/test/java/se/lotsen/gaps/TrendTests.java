package se.lotsen.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.gaps.Asking.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The last four weeks end now. */
class TrendTests {
    private static Trend trend(int... daysAgo) {
        List<Instant> moments = java.util.Arrays.stream(daysAgo)
                .mapToObj(days -> MONDAY.minus(Duration.ofDays(days)))
                .toList();
        return Trend.of(moments, MONDAY);
    }

    @Test
    void weeksAreCountedBackFromNow() {
        assertThat(trend(0, 6, 7, 13, 14, 27, 28, 90).weeks()).containsExactly(1, 1, 2, 2);
        assertThat(Trend.of(Stream.of(MONDAY.plusSeconds(1)).toList(), MONDAY).weeks()).containsExactly(0, 0,
                0, 1);
    }

    @Test
    void twoWeeksAreHeldAgainstTheTwoBefore() {
        assertThat(trend(1, 20).direction()).isEqualTo(Trend.Direction.EVEN);
        assertThat(trend(1, 2, 20).direction()).isEqualTo(Trend.Direction.RISING);
        assertThat(trend(15, 20, 1).direction()).isEqualTo(Trend.Direction.FALLING);
        assertThat(trend().most()).isEqualTo(1);
    }
}
