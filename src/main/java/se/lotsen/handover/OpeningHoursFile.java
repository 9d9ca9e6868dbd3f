package se.lotsen.handover;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code opening-hours.yaml} as written: any field may be missing. */
record OpeningHoursFile(@Nullable String timeZone, @Nullable Calendar calendar, @Nullable Rules defaults,
        @Nullable List<@Nullable QueueHours> queues, @Nullable List<@Nullable DatedException> exceptions) {

    /** Which named days count as eves and which as shortened days, for every queue. */
    record Calendar(@Nullable List<@Nullable String> eves, @Nullable List<@Nullable String> shortenedDays) {
    }

    /** What queues do that do not say otherwise. */
    record Rules(@Nullable String publicHolidays, @Nullable String eves, @Nullable String shortenedDays,
            @Nullable String bridgeDays) {
    }

    /** A queue: hours by weekday or range of weekdays, and its own rules. */
    record QueueHours(@Nullable String id, @Nullable Map<String, @Nullable String> weekly,
            @Nullable String publicHolidays, @Nullable String eves, @Nullable String shortenedDays,
            @Nullable String bridgeDays, @Nullable Map<String, @Nullable String> days) {

        Rules rules() {
            return new Rules(publicHolidays, eves, shortenedDays, bridgeDays);
        }
    }

    /** Hours of single dates, both ends included, that win over every rule. */
    record DatedException(@Nullable String from, @Nullable String to, @Nullable List<@Nullable String> queues,
            @Nullable String hours, @Nullable String reason) {
    }
}
