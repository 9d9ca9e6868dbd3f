package se.lotsen.handover;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One line of waiting citizens and when it is staffed. A weekday that {@code weekly} does not name is
 * closed; a date in {@code exceptions} wins over every rule.
 */
record Queue(String id, Map<DayOfWeek, List<Interval>> weekly, DayRules rules,
        Map<LocalDate, DayPlan> exceptions) {

    List<Interval> weekly(LocalDate date) {
        return weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
