package se.lotsen.handover;

import java.util.Map;

/**
 * What a queue does on days that are not like their weekday; {@code days} names single days and wins over
 * the groups.
 */
record DayRules(DayPlan publicHolidays, DayPlan eves, DayPlan shortenedDays, DayPlan bridgeDays,
        Map<NamedDay, DayPlan> days) {
}
