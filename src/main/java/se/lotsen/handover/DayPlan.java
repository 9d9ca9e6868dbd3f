package se.lotsen.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule says about a day: open as usual, as usual but not after a time, or at times of its own. */
sealed interface DayPlan {
    /** As the weekday says. */
    DayPlan USUAL = new Usual();

    /** The hours of a day whose weekday has {@code weekly}; the empty list means closed. */
    List<Interval> hours(List<Interval> weekly);

    /** As the weekday says. */
    record Usual() implements DayPlan {
        @Override
        public List<Interval> hours(List<Interval> weekly) {
            return weekly;
        }
    }

    /** As the weekday says, but closed from {@code minute} after midnight on; hours that end earlier stay. */
    record Until(int minute) implements DayPlan {
        @Override
        public List<Interval> hours(List<Interval> weekly) {
            return weekly.stream()
                    .filter(interval -> interval.from() < minute)
                    .map(interval -> new Interval(interval.from(), Math.min(interval.to(), minute)))
                    .toList();
        }
    }

    /** At these times, in order and apart from each other; none means closed. */
    record Times(List<Interval> intervals) implements DayPlan {
        @Override
        public List<Interval> hours(List<Interval> weekly) {
            return intervals;
        }
    }

    /** Reads {@code usual}, {@code closed}, {@code until 15.00} or {@code 9.00-12.00, 13.00-15.00}. */
    static Optional<DayPlan> parse(String text) {
        String plan = text.strip();
        if (plan.equals("usual")) {
            return Optional.of(USUAL);
        }
        if (plan.startsWith("until ")) {
            int minute = Interval.minute(plan.substring("until ".length()));
            return minute < 0 ? Optional.empty() : Optional.of(new Until(minute));
        }
        return times(plan).map(Times::new);
    }

    /**
     * Reads {@code closed} or intervals apart by commas; empty when one is no interval or begins
     * before its turn.
     */
    static Optional<List<Interval>> times(String text) {
        List<Interval> intervals = new ArrayList<>();
        if (text.strip().equals("closed")) {
            return Optional.of(List.of());
        }
        int closedFrom = 0;
        for (String part : text.split(",", -1)) {
            Optional<Interval> interval = Interval.parse(part);
            if (interval.isEmpty() || interval.get().from() < closedFrom) {
                return Optional.empty();
            }
            intervals.add(interval.get());
            closedFrom = interval.get().to();
        }
        return Optional.of(List.copyOf(intervals));
    }
}
