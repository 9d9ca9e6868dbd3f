package se.lotsen.handover;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.YamlLines;

/** Makes {@link OpeningHours} of {@code opening-hours.yaml}. */
final class OpeningHoursReader {
    static final String FILE = "opening-hours.yaml";

    private final EditorsFile file;

    private OpeningHoursReader(EditorsFile file) {
        this.file = file;
    }

    static EditorsFile.Reading<OpeningHours> read(String yaml) {
        return EditorsFile.read(FILE, yaml, OpeningHoursFile.class,
                (raw, file) -> new OpeningHoursReader(file).hours(raw));
    }

    private OpeningHours hours(OpeningHoursFile raw) {
        OpeningHoursFile.Calendar calendar = Objects.requireNonNullElseGet(raw.calendar(),
                () -> new OpeningHoursFile.Calendar(null, null));
        Set<NamedDay> eves = days("/calendar/eves", calendar.eves());
        Set<NamedDay> shortened = days("/calendar/shortenedDays", calendar.shortenedDays());
        if (eves.stream().anyMatch(shortened::contains)) {
            file.invalid("/calendar/shortenedDays");
        }
        Map<String, Queue> queues = queues(raw, defaults(raw.defaults()));
        return new OpeningHours(zone(raw.timeZone()), eves, shortened, queues);
    }

    private ZoneId zone(@Nullable String name) {
        String zone = file.text("/timeZone", name);
        try {
            return zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone);
        } catch (DateTimeException e) {
            file.invalid("/timeZone");
            return ZoneId.of("UTC");
        }
    }

    /** An empty list is an answer here: a municipality may keep no eves. */
    private Set<NamedDay> days(String pointer, @Nullable List<@Nullable String> names) {
        Set<NamedDay> days = EnumSet.noneOf(NamedDay.class);
        if (names == null) {
            file.missing(pointer);
            return days;
        }
        for (int i = 0; i < names.size(); i++) {
            String at = YamlLines.at(pointer, i);
            String name = file.text(at, names.get(i));
            Optional<NamedDay> day = NamedDay.named(name).filter(named -> !named.publicHoliday());
            if (!name.isEmpty() && (day.isEmpty() || !days.add(day.get()))) {
                file.invalid(at);
            }
        }
        return days;
    }

    private DayRules defaults(OpeningHoursFile.@Nullable Rules rules) {
        if (rules == null) {
            file.missing("/defaults");
            return new DayRules(DayPlan.USUAL, DayPlan.USUAL, DayPlan.USUAL, DayPlan.USUAL, Map.of());
        }
        String at = "/defaults";
        return new DayRules(plan(at, "publicHolidays", rules.publicHolidays()),
                plan(at, "eves", rules.eves()),
                plan(at, "shortenedDays", rules.shortenedDays()), plan(at, "bridgeDays", rules.bridgeDays()),
                Map.of());
    }

    private Map<String, Queue> queues(OpeningHoursFile raw, DayRules defaults) {
        List<OpeningHoursFile.QueueHours> entries = file.entries("/queues", raw.queues());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            ids.add(file.id(YamlLines.at("/queues", i), entries.get(i).id()));
        }
        DatedExceptions exceptions = new DatedExceptions(file, Set.copyOf(ids));
        exceptions.read(raw.exceptions());
        Map<String, Queue> queues = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            OpeningHoursFile.QueueHours entry = entries.get(i);
            String at = YamlLines.at("/queues", i);
            queues.put(ids.get(i), new Queue(ids.get(i), weekly(YamlLines.at(at, "weekly"), entry.weekly()),
                    rules(at, entry, defaults), exceptions.of(ids.get(i))));
        }
        return queues;
    }

    private DayRules rules(String at, OpeningHoursFile.QueueHours entry, DayRules defaults) {
        OpeningHoursFile.Rules own = entry.rules();
        Map<NamedDay, DayPlan> days = new EnumMap<>(NamedDay.class);
        Map<String, @Nullable String> written = entry.days() == null ? Map.of() : entry.days();
        written.forEach((name, plan) -> {
            Optional<NamedDay> day = NamedDay.named(name);
            if (day.isEmpty()) {
                file.invalid(YamlLines.at(YamlLines.at(at, "days"), name));
            } else {
                days.put(day.get(), plan(YamlLines.at(at, "days"), name, plan));
            }
        });
        return new DayRules(
                plan(at, "publicHolidays", own.publicHolidays(), defaults.publicHolidays()),
                plan(at, "eves", own.eves(), defaults.eves()),
                plan(at, "shortenedDays", own.shortenedDays(), defaults.shortenedDays()),
                plan(at, "bridgeDays", own.bridgeDays(), defaults.bridgeDays()), days);
    }

    private Map<DayOfWeek, List<Interval>> weekly(String pointer,
            @Nullable Map<String, @Nullable String> written) {
        Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
        if (written == null || written.isEmpty()) {
            file.missing(pointer);
            return weekly;
        }
        written.forEach((range, hours) -> {
            String at = YamlLines.at(pointer, range);
            String text = file.text(at, hours);
            Optional<List<Interval>> times = text.isEmpty() ? Optional.of(List.of()) : DayPlan.times(text);
            List<DayOfWeek> days = weekdays(range);
            if (times.isEmpty() || days.isEmpty() || days.stream().anyMatch(weekly::containsKey)) {
                file.invalid(at);
            } else {
                days.forEach(day -> weekly.put(day, times.get()));
            }
        });
        return weekly;
    }

    /**
     * Reads {@code mon} or {@code mon-fri}; {@code sat-mon} runs over the end of the week. Empty for
     * anything else.
     */
    private static List<DayOfWeek> weekdays(String range) {
        String[] ends = range.split("-", -1);
        Optional<DayOfWeek> first = weekday(ends[0]);
        Optional<DayOfWeek> last = weekday(ends[ends.length - 1]);
        if (ends.length > 2 || first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        List<DayOfWeek> days = new ArrayList<>(List.of(first.get()));
        while (days.getLast() != last.get()) {
            days.add(days.getLast().plus(1));
        }
        return days;
    }

    private static Optional<DayOfWeek> weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(name.strip())) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private DayPlan plan(String at, String field, @Nullable String written, DayPlan otherwise) {
        return written == null ? otherwise : plan(at, field, written);
    }

    private DayPlan plan(String at, String field, @Nullable String written) {
        return DatedExceptions.plan(file, YamlLines.at(at, field), written);
    }
}
