package se.lotsen.handover;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The sample municipality's opening hours, worked out in the plainest way there is: every minute of eleven years
 * is looked at on its own. Shares nothing with the code under test: hours are written here once more, holidays
 * and the change of clocks are computed here by their own rules.
 */
final class MinuteByMinute {
    static final LocalDate FIRST = LocalDate.of(2024, 12, 1);
    static final LocalDate LAST = LocalDate.of(2036, 2, 28);
    private static final int DAY = 1440;

    private enum Custom {
        CLOSED_WHEN_FREE, NEVER_CLOSED, POOL
    }

    private record Hours(int[][] week, Custom custom) {
        String text() {
            return custom + Arrays.deepToString(week);
        }
    }

    private final Map<String, BitSet> timelines = new HashMap<>();
    private final Map<String, Hours> queues = new LinkedHashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> eves = new HashSet<>();
    private final Set<LocalDate> shortened = new HashSet<>();
    private final Map<LocalDate, int[]> poolDates = new HashMap<>();

    MinuteByMinute() {
        for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
            fixedDays(year);
            movableDays(year, easter(year));
        }
        for (int day = 27; day <= 30; day++) {
            poolDates.put(LocalDate.of(2026, 12, day), minutes(10, 0, 17, 0));
        }
        for (LocalDate day = LocalDate.of(2027, 6, 28); day
                .isBefore(LocalDate.of(2027, 8, 2)); day = day.plusDays(1)) {
            poolDates.put(day, new int[0]);
        }
        offices();
        places();
    }

    Set<String> queues() {
        return queues.keySet();
    }

    Set<LocalDate> holidays() {
        return holidays;
    }

    Set<LocalDate> eves() {
        return eves;
    }

    /** One queue for each set of hours, since several have the same. */
    Collection<String> differentQueues() {
        Map<String, String> different = new LinkedHashMap<>();
        queues.forEach((queue, hours) -> different.putIfAbsent(hours.text(), queue));
        return different.values();
    }

    /** One bit for each minute since {@link #FIRST} 00:00 UTC, set while the queue is open. */
    BitSet timeline(String queue) {
        Hours hours = queues.get(queue);
        return timelines.computeIfAbsent(hours.text(), text -> timeline(hours));
    }

    private BitSet timeline(Hours hours) {
        BitSet timeline = new BitSet();
        boolean[] yesterday = plan(hours, FIRST.minusDays(1));
        boolean[] today = plan(hours, FIRST);
        LocalDate date = FIRST;
        long start = FIRST.toEpochDay() * DAY;
        long end = LAST.toEpochDay() * DAY;
        for (long hour = start; hour < end; hour += 60) {
            // Clocks change on whole hours only.
            long offset = offset(hour);
            for (long utc = hour; utc < hour + 60; utc++) {
                int minute = (int) ((utc + offset) - date.toEpochDay() * DAY);
                if (minute == DAY) {
                    date = date.plusDays(1);
                    yesterday = today;
                    today = plan(hours, date);
                    minute = 0;
                }
                if (today[minute] || yesterday[minute + DAY]) {
                    timeline.set((int) (utc - start));
                }
            }
        }
        return timeline;
    }

    /** Minutes after midnight of the date at which it is open; those from 1440 on are the next morning's. */
    private boolean[] plan(Hours hours, LocalDate date) {
        boolean[] open = new boolean[2 * DAY];
        int[] times = hours.week()[date.getDayOfWeek().getValue() - 1];
        int latest = 2 * DAY;
        if (hours.custom() == Custom.CLOSED_WHEN_FREE) {
            times = holidays.contains(date) || eves.contains(date) ? new int[0] : times;
            latest = shortened.contains(date) ? 15 * 60 : latest;
        }
        if (hours.custom() == Custom.POOL) {
            String day = date.toString().substring(5);
            times = Set.of("12-24", "12-25", "12-26", "12-31", "01-01").contains(day) ? new int[0] : times;
            times = poolDates.getOrDefault(date, times);
        }
        for (int pair = 0; pair < times.length; pair += 2) {
            for (int minute = times[pair]; minute < times[pair + 1] && minute < latest; minute++) {
                open[minute] = true;
            }
        }
        return open;
    }

    /** Minutes ahead of UTC: summer time runs from 01:00 UTC on March's last Sunday to 01:00 UTC on October's. */
    private static int offset(long utcMinute) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(utcMinute, DAY));
        int month = date.getMonthValue();
        if (month != 3 && month != 10) {
            return month > 3 && month < 10 ? 120 : 60;
        }
        LocalDate change = LocalDate.of(date.getYear(), month, 31);
        while (change.getDayOfWeek() != DayOfWeek.SUNDAY) {
            change = change.minusDays(1);
        }
        boolean after = utcMinute >= change.toEpochDay() * DAY + 60;
        return after == (month == 3) ? 120 : 60;
    }

    private void fixedDays(int year) {
        for (int[] day : new int[][]{{1, 1}, {1, 6}, {5, 1}, {6, 6}, {12, 25}, {12, 26}}) {
            holidays.add(LocalDate.of(year, day[0], day[1]));
        }
        eves.add(LocalDate.of(year, 12, 24));
        eves.add(LocalDate.of(year, 12, 31));
        shortened.add(LocalDate.of(year, 1, 5));
        shortened.add(LocalDate.of(year, 4, 30));
        for (int day = 20; day <= 26; day++) {
            LocalDate midsummer = LocalDate.of(year, 6, day);
            if (midsummer.getDayOfWeek() == DayOfWeek.SATURDAY) {
                holidays.add(midsummer);
                eves.add(LocalDate.of(year, 6, day - 1));
            }
        }
        for (int day = 0; day < 7; day++) {
            LocalDate allSaints = LocalDate.of(year, 10, 31).plusDays(day);
            if (allSaints.getDayOfWeek() == DayOfWeek.SATURDAY) {
                holidays.add(allSaints);
                shortened.add(allSaints.minusDays(1));
            }
        }
    }

    private void movableDays(int year, LocalDate easter) {
        for (int days : new int[]{-2, 0, 1, 39, 49}) {
            holidays.add(easter.plusDays(days));
        }
        eves.add(easter.minusDays(1));
        shortened.add(easter.minusDays(3));
    }

    /** Gauss's rule, with the constants for 1900 to 2099. */
    static LocalDate easter(int year) {
        int d = (19 * (year % 19) + 24) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
        boolean late = d == 29 && e == 6 || d == 28 && e == 6 && year % 19 > 10;
        return LocalDate.of(year, 3, 22).plusDays(d + e - (late ? 7 : 0));
    }

    private void offices() {
        weekdays("kontaktcenter", 5, minutes(8, 0, 16, 30));
        for (String queue : new String[]{"utbildning", "miljo"}) {
            weekdays(queue, 5, minutes(9, 0, 12, 0, 13, 0, 15, 0));
        }
        for (String queue : new String[]{"socialtjanst", "avfall", "va", "gata", "registrator"}) {
            weekdays(queue, 5, minutes(8, 0, 16, 0));
        }
        for (String queue : new String[]{"bostad", "kultur-fritid", "personal", "valnamnd", "dataskydd"}) {
            weekdays(queue, 5, minutes(9, 0, 15, 0));
        }
        weekdays("vuxenutbildning", 4, minutes(9, 0, 15, 0));
        weekdays("vard-och-omsorg", 5, minutes(9, 0, 11, 30, 13, 0, 15, 0));
        weekdays("bygglov", 5, minutes(9, 0, 12, 0));
        weekdays("kulturskola", 4, minutes(10, 0, 16, 0));
        weekdays("naringsliv", 5, minutes(9, 0, 16, 0));
        weekdays("ekonomi", 5, minutes(9, 0, 11, 30));
        int[] morning = minutes(9, 0, 12, 0);
        int[] advice = minutes(9, 0, 11, 0);
        int[] no = {};
        queue("overformyndare", Custom.CLOSED_WHEN_FREE, no, morning, no, morning, no, no, no);
        queue("budgetradgivning", Custom.CLOSED_WHEN_FREE, advice, no, advice, no, no, no, no);
    }

    private void places() {
        int[] evening = minutes(16, 0, 25, 0);
        queue("socialjour", Custom.NEVER_CLOSED, evening, evening, evening, evening, minutes(14, 0, 26, 0),
                minutes(16, 0, 26, 0), evening);
        int[] always = minutes(0, 0, 24, 0);
        queue("va-jour", Custom.NEVER_CLOSED, always, always, always, always, always, always, always);
        int[] early = minutes(6, 30, 20, 0);
        int[] late = minutes(10, 0, 20, 0);
        int[] weekend = minutes(10, 0, 17, 0);
        queue("simhall", Custom.POOL, early, late, early, late, minutes(6, 30, 18, 0), weekend, weekend);
        int[] books = minutes(10, 0, 19, 0);
        queue("bibliotek", Custom.CLOSED_WHEN_FREE, books, books, books, books, minutes(10, 0, 18, 0),
                minutes(10, 0, 15, 0), new int[0]);
    }

    private void weekdays(String queue, int days, int[] times) {
        int[][] week = new int[7][];
        for (int day = 0; day < 7; day++) {
            week[day] = day < days ? times : new int[0];
        }
        queue(queue, Custom.CLOSED_WHEN_FREE, week);
    }

    private void queue(String queue, Custom custom, int[]... week) {
        queues.put(queue, new Hours(week, custom));
    }

    private static int[] minutes(int... hoursAndMinutes) {
        int[] minutes = new int[hoursAndMinutes.length / 2];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = hoursAndMinutes[2 * i] * 60 + hoursAndMinutes[2 * i + 1];
        }
        return minutes;
    }
}
