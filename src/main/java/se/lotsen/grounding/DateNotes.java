package se.lotsen.grounding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.lotsen.grounding.DateNote.Relation;

/**
 * Holds the dates of a sentence against today. A date without a year returns every year and so never has passed; in a
 * period or list it has the year of the date that follows ("15 januari–1 februari 2027").
 */
final class DateNotes {
    private final LocalDate today;
    private final DateWording wording;

    DateNotes(LocalDate today, DateWording wording) {
        this.today = today;
        this.wording = wording;
    }

    List<DateNote> of(String sentence) {
        String legible = Legible.of(sentence);
        List<Item> dates = Reading.of(sentence).items().stream()
                .filter(item -> item.role() == Role.DATE && Character.isLetterOrDigit(item.key().charAt(0))
                        && item.key().charAt(0) != 'y' && item.key().charAt(0) != 'w')
                .toList();
        Set<DateNote> notes = new LinkedHashSet<>();
        boolean ends = endsSomething(legible);
        int at = 0;
        for (int index = 0; index < dates.size(); index++) {
            int start = Math.max(at, legible.indexOf(dates.get(index).written(), at));
            int end = start + dates.get(index).written().length();
            boolean period = index + 1 < dates.size()
                    && isPeriod(legible, end, dates.get(index + 1).written());
            if (period) {
                period(dates, index).ifPresent(notes::add);
                index++;
            } else {
                single(dates, index).filter(note -> ends || note.relation() != Relation.PASSED)
                        .ifPresent(notes::add);
            }
            at = end;
        }
        return new ArrayList<>(notes);
    }

    /** Only a dash or "till" stands between the two. */
    private static boolean isPeriod(String text, int end, String next) {
        int start = text.indexOf(next, end);
        String between = start < 0 ? "" : text.substring(end, start).replace("den", "").strip();
        return between.equals("–") || between.equals("-") || Words.CLOCK_RANGE.contains(between)
                && !between.equals("och");
    }

    /** "Sedan den 1 december 2025 gäller …" ends nothing: that the date has passed is what makes it hold. */
    private static boolean endsSomething(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}.]+"))
                .anyMatch(Words.DEADLINE::contains);
    }

    private Optional<DateNote> single(List<Item> dates, int index) {
        Item item = dates.get(index);
        int year = year(dates, index);
        if (item.key().startsWith("m")) {
            if (year == 0) {
                return Optional.empty();
            }
            LocalDate last = YearMonth.of(year, Integer.parseInt(item.key().substring(1))).atEndOfMonth();
            return last.isBefore(today) ? Optional.of(wording.monthPassed(last)) : Optional.empty();
        }
        return date(item, year == 0 ? today.getYear() : year).flatMap(date -> note(date, year != 0));
    }

    private Optional<DateNote> note(LocalDate date, boolean withYear) {
        boolean newYear = !withYear && date.getDayOfYear() == 1
                && date.plusYears(1).equals(today.plusDays(1));
        if (date.equals(today)) {
            return Optional.of(wording.note(date, Relation.TODAY));
        }
        if (date.equals(today.plusDays(1)) || newYear) {
            return Optional.of(wording.note(today.plusDays(1), Relation.TOMORROW));
        }
        return withYear && date.isBefore(today)
                ? Optional.of(wording.note(date, Relation.PASSED))
                : Optional.empty();
    }

    private Optional<DateNote> period(List<Item> dates, int index) {
        int year = year(dates, index + 1);
        if (year == 0 || dates.get(index).key().startsWith("m")
                || dates.get(index + 1).key().startsWith("m")) {
            return Optional.empty();
        }
        Optional<LocalDate> to = date(dates.get(index + 1), year);
        String own = dates.get(index).detail();
        Optional<LocalDate> from = date(dates.get(index), own.isEmpty() ? year : Integer.parseInt(own));
        if (to.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        LocalDate begins = from.get().isAfter(to.get()) ? from.get().minusYears(1) : from.get();
        if (begins.isBefore(today) && to.get().isAfter(today.plusDays(1))) {
            return Optional.of(wording.ongoing(begins, to.get()));
        }
        return begins.isBefore(today) ? note(to.get(), true) : note(begins, true);
    }

    /** The date's own year or the next one's; 0 when no date after it has one. */
    private static int year(List<Item> dates, int index) {
        for (int at = index; at < dates.size(); at++) {
            if (!dates.get(at).detail().isEmpty()) {
                return Integer.parseInt(dates.get(at).detail());
            }
        }
        return 0;
    }

    private static Optional<LocalDate> date(Item item, int year) {
        int point = item.key().indexOf('.');
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(item.key().substring(point + 1)),
                    Integer.parseInt(item.key().substring(0, point))));
        } catch (DateTimeException e) {
            // "30 februari" is no date and nothing can be said of it.
            return Optional.empty();
        }
    }
}
