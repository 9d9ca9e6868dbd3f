package se.lotsen.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody wants to see, as it was typed, and what is wrong with it. Where something is, the figures are those of
 * {@link #USUAL} days, and nothing that was typed is lost.
 *
 * @param days one of {@link #CHOICES}; null when two days were given
 * @param faults message keys by field
 */
record InsightForm(@Nullable Integer days, String from, String to, String language, String owner,
        Map<String, String> faults) {
    /** How many days can be asked for by one press. */
    static final List<Integer> CHOICES = List.of(7, 30, 90);
    private static final int USUAL = 30;

    static InsightForm of(MultiValueMap<String, String> asked) {
        String from = typed(asked, "fran");
        String to = typed(asked, "till");
        Map<String, String> faults = new LinkedHashMap<>();
        Integer days = null;
        if (from.isEmpty() && to.isEmpty()) {
            String typed = typed(asked, "dagar");
            days = CHOICES.stream().filter(choice -> choice.toString().equals(typed)).findFirst()
                    .orElse(USUAL);
        } else {
            check(from, to, faults);
        }
        return new InsightForm(days, from, to, typed(asked, "sprak"), typed(asked, "forvaltning"), faults);
    }

    private static void check(String from, String to, Map<String, String> faults) {
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(to);
        if (first.isEmpty()) {
            faults.put("fran", "insight.fault.day");
        }
        if (last.isEmpty()) {
            faults.put("till", "insight.fault.day");
        }
        if (first.isPresent() && last.isPresent()) {
            if (last.get().isBefore(first.get())) {
                faults.put("till", "insight.fault.order");
            } else if (new Period(first.get(), last.get()).days() > Period.LONGEST_DAYS) {
                faults.put("fran", "insight.fault.long");
            }
        }
    }

    Period period(LocalDate today) {
        return days != null || !faults.isEmpty()
                ? Period.last(days == null ? USUAL : days, today)
                : new Period(day(from).orElseThrow(), day(to).orElseThrow());
    }

    Filter filter() {
        return new Filter(language, owner);
    }

    /** A month such as {@code 2026-11}; the one before this when there is none, or it cannot be read. */
    static YearMonth month(@Nullable String typed, LocalDate today) {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        try {
            return typed == null || !typed.matches("\\d{4}-\\d{2}") ? last : YearMonth.parse(typed);
        } catch (DateTimeParseException e) {
            return last;
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? Optional.of(LocalDate.parse(typed))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String typed(MultiValueMap<String, String> asked, String name) {
        String value = asked.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
