package se.lotsen.gaps;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * How often something was asked in each of the last four weeks of seven days.
 *
 * @param weeks the counts, the oldest first; the last week ends now
 */
record Trend(List<Integer> weeks) {
    private static final int WEEKS = 4;
    private static final Duration WEEK = Duration.ofDays(7);

    /** Whether it is asked more or less than before. */
    enum Direction {
        RISING, FALLING, EVEN
    }

    /** What is older than four weeks counts nowhere. */
    static Trend of(Collection<Instant> moments, Instant now) {
        List<Integer> weeks = new ArrayList<>(Collections.nCopies(WEEKS, 0));
        for (Instant moment : moments) {
            long ago = Math.max(0, Duration.between(moment, now).dividedBy(WEEK));
            if (ago < WEEKS) {
                int week = WEEKS - 1 - (int) ago;
                weeks.set(week, weeks.get(week) + 1);
            }
        }
        return new Trend(List.copyOf(weeks));
    }

    /** The last two weeks beside the two before. */
    public Direction direction() {
        int change = change();
        return change == 0 ? Direction.EVEN : change > 0 ? Direction.RISING : Direction.FALLING;
    }

    /** How many more in the last two weeks than in the two before. */
    int change() {
        return weeks.get(2) + weeks.get(3) - weeks.get(0) - weeks.get(1);
    }

    /** The largest count, at least 1: the height of a chart. */
    public int most() {
        return Math.max(1, Collections.max(weeks));
    }
}
