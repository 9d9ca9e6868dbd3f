package se.lotsen.handover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.YamlLines;

/**
 * The dated exceptions of {@code opening-hours.yaml}, spread over the queues they name. Every exception
 * names its queues: one for "all" would also close the emergency lines. Two exceptions for the same queue
 * and date are a fault, since nobody could tell which wins.
 */
final class DatedExceptions {
    /** A longer exception is a mistyped year. */
    private static final int MAX_DAYS = 366;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final EditorsFile file;
    private final Set<String> queues;
    private final Map<String, Map<LocalDate, DayPlan>> byQueue = new HashMap<>();

    DatedExceptions(EditorsFile file, Set<String> queues) {
        this.file = file;
        this.queues = queues;
    }

    void read(@Nullable List<OpeningHoursFile.@Nullable DatedException> written) {
        if (written == null) {
            return;
        }
        for (int i = 0; i < written.size(); i++) {
            OpeningHoursFile.DatedException exception = written.get(i);
            if (exception == null) {
                file.missing(YamlLines.at("/exceptions", i));
            } else {
                read(YamlLines.at("/exceptions", i), exception);
            }
        }
    }

    Map<LocalDate, DayPlan> of(String queue) {
        return byQueue.getOrDefault(queue, Map.of());
    }

    private void read(String at, OpeningHoursFile.DatedException exception) {
        DayPlan plan = plan(file, YamlLines.at(at, "hours"), exception.hours());
        Optional<LocalDate> from = date(YamlLines.at(at, "from"), exception.from());
        Optional<LocalDate> to = exception.to() == null
                ? from
                : date(YamlLines.at(at, "to"), exception.to());
        List<String> named = file.entries(YamlLines.at(at, "queues"), exception.queues());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        if (to.get().isBefore(from.get()) || from.get().plusDays(MAX_DAYS).isBefore(to.get())) {
            file.invalid(YamlLines.at(at, "to"));
            return;
        }
        for (int i = 0; i < named.size(); i++) {
            String pointer = YamlLines.at(YamlLines.at(at, "queues"), i);
            String queue = file.text(pointer, named.get(i));
            if (!queue.isEmpty() && !queues.contains(queue)) {
                file.unknown(pointer, queue);
            } else if (!spread(queue, from.get(), to.get(), plan)) {
                file.invalid(pointer);
            }
        }
    }

    private boolean spread(String queue, LocalDate from, LocalDate to, DayPlan plan) {
        Map<LocalDate, DayPlan> dates = byQueue.computeIfAbsent(queue, id -> new HashMap<>());
        boolean alone = true;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            alone &= dates.put(date, plan) == null;
        }
        return alone;
    }

    private Optional<LocalDate> date(String pointer, @Nullable String written) {
        String text = file.text(pointer, written);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            // A day that its month does not have: no better than any other text.
        }
        file.invalid(pointer);
        return Optional.empty();
    }

    /** The plan written at a place; reports one that is missing or cannot be read. */
    static DayPlan plan(EditorsFile file, String pointer, @Nullable String written) {
        String text = file.text(pointer, written);
        Optional<DayPlan> plan = text.isEmpty() ? Optional.empty() : DayPlan.parse(text);
        if (!text.isEmpty() && plan.isEmpty()) {
            file.invalid(pointer);
        }
        return plan.orElse(DayPlan.USUAL);
    }
}
