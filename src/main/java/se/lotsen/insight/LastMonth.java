package se.lotsen.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often answers were right in the last whole month, for everybody to see: staff's grades, in total alone. What it counts and
 * what it cannot say stands in {@code docs/insight.md}. It blocks; the figure is reckoned once in ten minutes, as anybody may
 * ask for it.
 */
public class LastMonth {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private final DailyTotals totals;
    private final DayLog days;
    private final Clock clock;
    private volatile @Nullable Reckoned reckoned;

    LastMonth(DailyTotals totals, DayLog days, Clock clock) {
        this.totals = totals;
        this.days = days;
        this.clock = clock;
    }

    /**
     * A share with its exact 95 % interval (Clopper and Pearson).
     *
     * @param right grades "right"
     * @param of all grades, at least 1
     * @param low 0..1, as {@code high}
     */
    public record Quality(YearMonth month, long right, long of, double low, double high) {

        /** In whole per cent. */
        public String percent() {
            return whole((double) right / of);
        }

        /** The interval's lower end, in whole per cent, rounded down. */
        public String atLeast() {
            return Long.toString((long) Math.floor(100 * low));
        }

        /** The interval's upper end, in whole per cent, rounded up. */
        public String atMost() {
            return Long.toString((long) Math.ceil(100 * high));
        }

        private static String whole(double share) {
            return String.format(Locale.ROOT, "%.0f", 100 * share);
        }
    }

    private record Reckoned(YearMonth month, Instant at, Optional<Quality> quality) {
    }

    /** Empty when nothing was graded in that month. */
    public Optional<Quality> quality() {
        YearMonth month = YearMonth.from(days.today()).minusMonths(1);
        Instant now = clock.instant();
        Reckoned before = reckoned;
        if (before != null && before.month().equals(month) && now.isBefore(before.at().plus(KEPT))) {
            return before.quality();
        }
        Period period = Period.of(month);
        Share share = Tally.of(totals.between(period.from(), period.to()), Filter.ALL).gradedRight();
        Optional<Quality> quality = share.isKnown()
                ? Optional.of(new Quality(month, share.hits(), share.of(), share.low(), share.high()))
                : Optional.empty();
        reckoned = new Reckoned(month, now, quality);
        return quality;
    }
}
