package se.lotsen.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.insight.LastMonth.Quality;
import se.lotsen.testing.MovedClock;

/** The one figure that everybody may see. */
class LastMonthTests {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate LAST = LocalDate.parse("2026-10-31");
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final DailyTotals totals = mock();
    private final DayLog days = mock();
    private final LastMonth lastMonth = new LastMonth(totals, days, clock);

    private void graded(long right, long wrong) {
        when(days.today()).thenReturn(LocalDate.parse("2026-11-24"));
        when(totals.between(FIRST, LAST)).thenReturn(List.of(
                new Total(FIRST, Measure.GRADES, "", "", "RIGHT", right),
                new Total(LAST, Measure.GRADES, "", "", "WRONG", wrong),
                new Total(LAST, Measure.QUESTIONS, "sv", "", "ANSWERED", 900)));
    }

    @Test
    void theShareHasItsExactInterval() {
        graded(91, 9);
        Quality quality = lastMonth.quality().orElseThrow();
        assertThat(quality.month()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(quality.percent()).isEqualTo("91");
        assertThat(quality.of()).isEqualTo(100);
        // Clopper and Pearson for 91 of 100: 0.8360 to 0.9580.
        assertThat(quality.low()).isBetween(0.8359, 0.8361);
        assertThat(quality.high()).isBetween(0.9579, 0.9581);
        assertThat(quality.atLeast()).isEqualTo("83");
        assertThat(quality.atMost()).isEqualTo("96");
    }

    @Test
    void withoutGradesThereIsNone() {
        graded(0, 0);
        assertThat(lastMonth.quality()).isEmpty();
    }

    @Test
    void whoeverAsksOftenDoesNotKeepTheDatabaseBusy() {
        graded(5, 5);
        lastMonth.quality();
        lastMonth.quality();
        verify(totals, times(1)).between(FIRST, LAST);
        clock.move(Duration.ofMinutes(11));
        lastMonth.quality();
        verify(totals, times(2)).between(FIRST, LAST);
    }
}
