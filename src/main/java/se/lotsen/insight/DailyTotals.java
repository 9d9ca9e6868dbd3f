package se.lotsen.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import se.lotsen.storage.SerialRecord;
import se.lotsen.insight.TotalsTable.CountedDay;

/**
 * The numbers of days. A day is counted when it is over, and once more two days later; from then on its count stands, and
 * outlives the conversations. Days that do not stand yet are counted anew whenever somebody looks. A day that has lost
 * conversations to their disposal before it was ever counted is not counted: its numbers would be too low. It blocks.
 */
final class DailyTotals {
    /** Days that are read at once, so that a long log is not held in memory whole. */
    private static final int CHUNK = 7;
    private static final Logger log = LoggerFactory.getLogger(DailyTotals.class);
    private final SerialRecord record;
    private final TotalsTable table;
    private final DayLog days;
    private final Duration retention;
    private final Clock clock;

    DailyTotals(SerialRecord record, TotalsTable table, DayLog days, Duration retention, Clock clock) {
        this.record = record;
        this.table = table;
        this.days = days;
        this.retention = retention;
        this.clock = clock;
    }

    /** Counts what is over and was not counted, or does not stand yet; doing it twice changes nothing. */
    synchronized void keepUp() {
        Instant now = clock.instant();
        LocalDate today = days.today();
        LocalDate first = firstWhole(now);
        record.write(() -> {
            table.settle(first);
            return first;
        });
        Map<LocalDate, Boolean> counted = new HashMap<>();
        record.read(() -> table.days(first, today))
                .forEach(one -> counted.put(one.day(), one.settled()));
        List<LocalDate> due = first.datesUntil(today)
                .filter(day -> !counted.containsKey(day) || !counted.get(day) && isSettled(day, now))
                .toList();
        for (LocalDate from = first; from.isBefore(today); from = from.plusDays(CHUNK)) {
            LocalDate end = from.plusDays(CHUNK);
            keep(due.stream().filter(new Week(from, end)::has).toList(), now);
        }
    }

    private record Week(LocalDate from, LocalDate end) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(end);
        }
    }

    private void keep(List<LocalDate> due, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        List<Total> totals = days.count(due.getFirst(), due.getLast());
        try {
            record.write(() -> {
                due.forEach(day -> table.put(day,
                        totals.stream().filter(total -> total.day().equals(day)).toList(), now,
                        isSettled(day, now)));
                return due;
            });
            log.info("Counted {} days from {} to {}", due.size(), due.getFirst(), due.getLast());
        } catch (DataIntegrityViolationException e) {
            log.info("Another process has counted the days from {} to {}", due.getFirst(), due.getLast());
        }
    }

    /** Of these days, the two ends included, in no order: as they stand, and of the others as they are now. */
    List<Total> between(LocalDate from, LocalDate to) {
        LocalDate today = days.today();
        LocalDate last = to.isAfter(today) ? today : to;
        if (from.isAfter(last)) {
            return List.of();
        }
        LocalDate whole = firstWhole(clock.instant());
        record Kept(List<CountedDay> days, List<Total> totals) {
        }
        Kept kept = record.read(() -> new Kept(table.days(from, last), table.settled(from, last)));
        List<LocalDate> standing = kept.days().stream().filter(CountedDay::settled).map(CountedDay::day)
                .toList();
        List<LocalDate> open = from.datesUntil(last.plusDays(1)).filter(day -> !standing.contains(day))
                .filter(day -> !day.isBefore(whole)).toList();
        List<Total> totals = new ArrayList<>(kept.totals());
        if (!open.isEmpty()) {
            days.count(open.getFirst(), open.getLast()).stream()
                    .filter(total -> open.contains(total.day())).forEach(totals::add);
        }
        return totals;
    }

    /** The first day that there are numbers of. */
    LocalDate since() {
        Optional<LocalDate> first = record.read(table::first);
        LocalDate whole = firstWhole(clock.instant());
        return first.filter(day -> day.isBefore(whole)).orElse(whole);
    }

    private boolean isSettled(LocalDate day, Instant now) {
        return !days.start(day.plusDays(1)).plus(DayLog.SETTLES).isAfter(now);
    }

    /** From this day on no conversation can have been disposed of because of its age. */
    private LocalDate firstWhole(Instant now) {
        return days.day(now.minus(retention)).plusDays(1);
    }
}
