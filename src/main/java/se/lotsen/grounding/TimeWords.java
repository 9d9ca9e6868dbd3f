package se.lotsen.grounding;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lotsen.handover.NamedDay;
import se.lotsen.handover.SwedishCalendar;

/**
 * Finds the words of time in a question. A written date comes before a named day, that before "imorgon", that before a
 * weekday, and "nu" comes last; of two of one sort the one that stands first counts.
 */
final class TimeWords {
    private static final Properties PHRASES = load();
    private static final int HORIZON = 400;
    private static final int LONGEST_QUESTION = 2000;

    private final SwedishCalendar calendar;
    private final DateWording wording;

    TimeWords(SwedishCalendar calendar, DateWording wording) {
        this.calendar = calendar;
        this.wording = wording;
    }

    private static Properties load() {
        Properties phrases = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(TimeWords.class.getResourceAsStream("time-words_sv.properties")),
                StandardCharsets.UTF_8)) {
            phrases.load(in);
            return phrases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> phrases(String name) {
        return List.of(PHRASES.getProperty(name, "").split(","));
    }

    /** The day's names; its first one is the one we say. */
    static List<String> names(NamedDay day) {
        String first = PHRASES.getProperty("day." + day.name());
        return first == null
                ? List.of(day.name().toLowerCase(java.util.Locale.ROOT))
                : List.of(first.split(","));
    }

    Optional<AskedTime> read(String question, LocalDate today) {
        if (question.length() > LONGEST_QUESTION) {
            return Optional.empty();
        }
        // Spaces on both sides make a phrase a row of whole words.
        String words = Tokens.of(Legible.of(question)).stream().filter(token -> !token.is(Token.Type.SIGN))
                .map(Token::lower).collect(Collectors.joining(" ", " ", " "));
        return written(question, today)
                .or(() -> named(words, today))
                .or(() -> relative(words, today))
                .or(() -> weekday(words, today))
                .or(() -> phrases("now").stream().filter(phrase -> holds(words, phrase)).findFirst()
                        .map(phrase -> new AskedTime(phrase, today, today, true, holidays(today, today))));
    }

    private static boolean holds(String words, String phrase) {
        return !phrase.isEmpty() && words.contains(" " + phrase + " ");
    }

    private AskedTime time(String found, LocalDate from, LocalDate to) {
        return new AskedTime(found, from, to, false, holidays(from, to));
    }

    private List<String> holidays(LocalDate from, LocalDate to) {
        return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1))
                .flatMap(day -> calendar.names(day).stream().sorted())
                .filter(day -> PHRASES.containsKey("day." + day.name()))
                .map(wording::name).distinct().toList();
    }

    private Optional<AskedTime> written(String question, LocalDate today) {
        return Reading.of(question).items().stream()
                .filter(item -> item.role() == Role.DATE && item.key().indexOf('.') > 0)
                .flatMap(item -> date(item, today).stream()
                        .map(date -> time(item.written().toLowerCase(java.util.Locale.ROOT), date, date)))
                .findFirst();
    }

    /** A date without a year is the next one, today included. */
    private static Optional<LocalDate> date(Item item, LocalDate today) {
        int point = item.key().indexOf('.');
        int day = Integer.parseInt(item.key().substring(0, point));
        int month = Integer.parseInt(item.key().substring(point + 1));
        int first = item.detail().isEmpty() ? today.getYear() : Integer.parseInt(item.detail());
        int last = item.detail().isEmpty() ? first + 8 : first;
        for (int year = first; year <= last; year++) {
            try {
                LocalDate date = LocalDate.of(year, month, day);
                if (!item.detail().isEmpty() || !date.isBefore(today)) {
                    return Optional.of(date);
                }
            } catch (DateTimeException e) {
                // 29 February of another year, or no date at all.
                continue;
            }
        }
        return Optional.empty();
    }

    private Optional<AskedTime> named(String words, LocalDate today) {
        Optional<AskedTime> day = Stream.of(NamedDay.values())
                .flatMap(named -> names(named).stream().filter(phrase -> holds(words, phrase))
                        .map(phrase -> time(phrase, next(named, today), next(named, today))))
                .min(java.util.Comparator.comparingInt(time -> words.indexOf(" " + time.found() + " ")));
        return day.or(() -> PHRASES.stringPropertyNames().stream().filter(name -> name.startsWith("days."))
                .sorted()
                .flatMap(name -> feast(PHRASES.getProperty(name), words, today).stream()).findFirst());
    }

    private Optional<AskedTime> feast(String entry, String words, LocalDate today) {
        int colon = entry.indexOf(':');
        int dash = entry.indexOf('-');
        return Stream.of(entry.substring(colon + 1).split(",")).filter(phrase -> holds(words, phrase))
                .findFirst()
                .map(phrase -> {
                    // A feast that has begun is the one that is meant.
                    LocalDate to = next(NamedDay.valueOf(entry.substring(dash + 1, colon)), today);
                    LocalDate from = next(NamedDay.valueOf(entry.substring(0, dash)), to.minusDays(7));
                    return time(phrase, from.isBefore(today) ? today : from, to);
                });
    }

    private LocalDate next(NamedDay named, LocalDate from) {
        return Stream.iterate(from, day -> day.plusDays(1)).limit(HORIZON)
                .filter(day -> calendar.names(day).contains(named)).findFirst().orElseThrow();
    }

    private Optional<AskedTime> relative(String words, LocalDate today) {
        for (String entry : phrases("days")) {
            int sign = entry.indexOf('=');
            if (holds(words, entry.substring(0, sign))) {
                LocalDate day = today.plusDays(Long.parseLong(entry.substring(sign + 1)));
                return Optional.of(time(entry.substring(0, sign), day, day));
            }
        }
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        LocalDate saturday = sunday.minusDays(1).isBefore(today) ? today : sunday.minusDays(1);
        return any(words, "weekend", saturday, sunday)
                .or(() -> any(words, "weekend.next", sunday.plusDays(6), sunday.plusDays(7)))
                .or(() -> any(words, "week", today, sunday))
                .or(() -> any(words, "week.next", sunday.plusDays(1), sunday.plusDays(7)));
    }

    private Optional<AskedTime> any(String words, String name, LocalDate from, LocalDate to) {
        return phrases(name).stream().filter(phrase -> holds(words, phrase)).findFirst()
                .map(phrase -> time(phrase, from, to));
    }

    /** "på lördag" asked on a Saturday is the next one; the day's bare name may be today. */
    private Optional<AskedTime> weekday(String words, LocalDate today) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = WeekdayNames.of(day);
            if (holds(words, "i " + name + "s")) {
                LocalDate last = today.with(TemporalAdjusters.previous(day));
                return Optional.of(time("i " + name + "s", last, last));
            }
            for (String form : List.of(name, name + "en")) {
                if (!holds(words, form)) {
                    continue;
                }
                LocalDate soon = today.with(TemporalAdjusters.nextOrSame(day));
                Optional<String> coming = phrases("weekday.coming").stream().map(word -> word + " " + form)
                        .filter(phrase -> holds(words, phrase)).findFirst();
                if (holds(words, "nästa " + form)) {
                    soon = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                            .with(TemporalAdjusters.nextOrSame(day));
                } else if (coming.isPresent()) {
                    soon = today.with(TemporalAdjusters.next(day));
                }
                return Optional.of(time(coming.orElse(form), soon, soon));
            }
        }
        return Optional.empty();
    }
}
