package se.lotsen.handover;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which day of the Swedish year a date is. The public holidays are Jollyday's calendar {@code se} (lag
 * 1989:253); that calendar also lists three eves that no law makes free, so those are not public holidays
 * here.
 */
public final class SwedishCalendar {
    private static final Set<String> EVES_BY_CUSTOM = Set.of("MIDSUMMER_EVE", "CHRISTMAS_EVE",
            "NEW_YEARS_EVE");

    private final HolidayManager holidays = HolidayManager
            .getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));
    private final Map<Integer, Days> years = new ConcurrentHashMap<>();

    /** By law, not by custom: no eve is one, and neither are Sundays as such. */
    public boolean isPublicHoliday(LocalDate date) {
        return year(date).publicHolidays().contains(date);
    }

    /** Usually empty or one name; two where a movable day falls on a fixed one. */
    public Set<NamedDay> names(LocalDate date) {
        return year(date).names().getOrDefault(date, Set.of());
    }

    private Days year(LocalDate date) {
        Days days = years.get(date.getYear());
        return days != null ? days : years.computeIfAbsent(date.getYear(), this::compute);
    }

    private Days compute(int year) {
        Map<String, LocalDate> dates = new HashMap<>();
        for (Holiday holiday : holidays.getHolidays(Year.of(year))) {
            dates.put(holiday.getPropertiesKey(), holiday.getDate());
        }
        Map<LocalDate, Set<NamedDay>> names = new HashMap<>();
        for (NamedDay day : NamedDay.values()) {
            LocalDate holiday = dates.get(day.holiday());
            if (holiday != null) {
                names.computeIfAbsent(holiday.plusDays(day.daysFromHoliday()),
                        date -> EnumSet.noneOf(NamedDay.class))
                        .add(day);
            }
        }
        dates.keySet().removeAll(EVES_BY_CUSTOM);
        return new Days(new HashSet<>(dates.values()), names);
    }

    private record Days(Set<LocalDate> publicHolidays, Map<LocalDate, Set<NamedDay>> names) {
    }
}
