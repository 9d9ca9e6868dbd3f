package se.lotsen.handover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.handover.TownNotice.Level;
import se.lotsen.knowledge.YamlLines;

/**
 * Reads {@code notice.yaml}. A notice needs Swedish words and an end: one that nobody takes away would be believed for years.
 * Times are those of clocks in the municipality; a day without a time lasts until it is over.
 */
final class NoticeReader {
    static final String FILE = "notice.yaml";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}( \\d{2}\\.\\d{2})?");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm");

    private NoticeReader() {
    }

    /** As written: anything may be missing. */
    record Fields(@Nullable Map<String, @Nullable String> text, @Nullable String from, @Nullable String until,
            @Nullable String level) {
    }

    /**
     * @param texts by language, at least one in Swedish
     * @param from null for at once
     * @param until the first moment in which it is not shown any more
     */
    record Notice(Map<String, String> texts, @Nullable LocalDateTime from, LocalDateTime until, Level level) {
        boolean isShown(LocalDateTime now) {
            return (from == null || !now.isBefore(from)) && now.isBefore(until);
        }
    }

    static EditorsFile.Reading<Notice> read(String yaml) {
        return EditorsFile.read(FILE, yaml, Fields.class, NoticeReader::notice);
    }

    private static Notice notice(Fields raw, EditorsFile file) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, @Nullable String> written = raw.text() == null ? Map.of() : raw.text();
        written.forEach((language, text) -> {
            String at = YamlLines.at("/text", language);
            if (!LANGUAGE.matcher(language).matches()) {
                file.invalid(at);
            }
            texts.put(language, file.text(at, text));
        });
        if (!texts.containsKey("sv")) {
            file.missing("/text/sv");
        }
        LocalDateTime from = raw.from() == null ? null : time("/from", raw.from(), 0, file).orElse(null);
        Optional<LocalDateTime> until = time("/until", raw.until(), 1, file);
        if (from != null && until.isPresent() && !from.isBefore(until.get())) {
            file.invalid("/until");
        }
        return new Notice(texts, from, until.orElse(LocalDateTime.MIN), level(raw.level(), file));
    }

    private static Optional<LocalDateTime> time(String at, @Nullable String written, int daysAfter,
            EditorsFile file) {
        String text = file.text(at, written, TIME);
        try {
            if (text.length() > 10) {
                return Optional.of(LocalDateTime.parse(text, MINUTE));
            }
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).plusDays(daysAfter).atStartOfDay());
            }
        } catch (DateTimeException e) {
            if (TIME.matcher(text).matches()) {
                file.invalid(at);
            }
        }
        return Optional.empty();
    }

    private static Level level(@Nullable String written, EditorsFile file) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(written)) {
                return level;
            }
        }
        if (written != null) {
            file.invalid("/level");
        }
        return Level.INFO;
    }
}
