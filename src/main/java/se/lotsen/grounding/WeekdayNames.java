package se.lotsen.grounding;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** The weekdays as Swedish says them. */
final class WeekdayNames {
    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private WeekdayNames() {
    }

    static String of(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, SWEDISH).toLowerCase(SWEDISH);
    }
}
