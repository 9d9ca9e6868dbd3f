package se.lotsen.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days that figures are of, the two ends included.
 *
 * @param to not before {@code from}
 */
record Period(LocalDate from, LocalDate to) {
    /** What a single page can show. */
    static final int LONGEST_DAYS = 731;
    /** With more days than these, weeks are drawn. */
    private static final int DAYS_DRAWN = 62;
    private static final int WEEK = 7;

    Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** So many days that end with this one. */
    static Period last(int days, LocalDate to) {
        return new Period(to.minusDays(days - 1L), to);
    }

    static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** Without the days after this one; whole when it has not begun. */
    Period until(LocalDate today) {
        return has(today) ? new Period(from, today) : this;
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether a chart's steps are weeks rather than days. */
    boolean byWeek() {
        return days() > DAYS_DRAWN;
    }

    /** What a chart shows side by side: days, or weeks of which the last may be shorter. */
    List<Period> steps() {
        int length = byWeek() ? WEEK : 1;
        List<Period> steps = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(length)) {
            LocalDate end = day.plusDays(length - 1L);
            steps.add(new Period(day, end.isAfter(to) ? to : end));
        }
        return steps;
    }
}
