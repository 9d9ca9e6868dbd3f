package se.lotsen.inspection;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.lotsen.grounding.TextPart;

/** Words of Swedish that place a sentence in time, and those that tell nothing, from {@code words_sv.properties}. */
final class TimeWords {
    private static final Locale SWEDISH = Locale.of("sv");
    private final Properties lists = load();
    private final Set<String> weak = Set.copyOf(list("weak"));
    private final Set<String> bounds = Set.copyOf(list("bounds"));
    private final Pattern seasons = pattern("seasons");
    private final Pattern reminders = pattern("reminders");
    private final Pattern between = pattern("between");
    private final Pattern closed = pattern("closed");
    private final Set<String> pastWords = Set.copyOf(list("past.words"));
    private final Set<String> notPast = Set.copyOf(list("past.except"));
    private final List<String> pastPhrases = list("past.phrases");
    private final Pattern pastForms = pattern("past.forms");
    private final Set<String> aheadWords = Set.copyOf(list("ahead.words"));
    private final List<String> aheadPhrases = list("ahead.phrases");
    private final Set<String> lastWords = Set.copyOf(list("last.words"));
    private final Set<String> futureWords = Set.copyOf(list("future.words"));
    private final List<String> startPhrases = list("start.phrases");

    private static Properties load() {
        Properties lists = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(TimeWords.class.getResourceAsStream("words_sv.properties")),
                StandardCharsets.UTF_8)) {
            lists.load(in);
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pattern pattern(String name) {
        return Pattern.compile(Objects.requireNonNull(lists.getProperty(name), name));
    }

    private List<String> list(String name) {
        return Arrays.stream(Objects.requireNonNull(lists.getProperty(name), name).split(","))
                .map(String::strip).toList();
    }

    /** Whether a word says nothing of what is told of. */
    boolean isWeak(TextPart part) {
        return part.weak() || weak.contains(part.written().toLowerCase(SWEDISH));
    }

    /** Whether a limit makes another value of the same number. */
    boolean isBound(String sense) {
        return bounds.contains(sense);
    }

    /** The season, holiday or month that a word names, however it is bent. */
    Optional<String> season(TextPart part) {
        Matcher season = seasons.matcher(part.written().toLowerCase(SWEDISH));
        return season.lookingAt() ? Optional.of(season.group(1)) : Optional.empty();
    }

    /** Whether a word says that something is not open. */
    boolean isClosed(TextPart part) {
        return closed.matcher(part.written().toLowerCase(SWEDISH)).lookingAt();
    }

    static List<String> tokens(String text) {
        return Arrays.stream(text.toLowerCase(SWEDISH).split("[^\\p{L}\\p{N}.]+"))
                .map(word -> word.replaceAll("\\.+$", "")).filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
    }

    /** Whether a word says that something has happened. */
    boolean isPast(String word) {
        return pastWords.contains(word) || pastForms.matcher(word).matches() && !notPast.contains(word);
    }

    /** Whether a word says that something is to come, or to be done. */
    boolean isAhead(String word) {
        return aheadWords.contains(word);
    }

    /** Whether the text speaks of what was, not of what holds: "förra året kostade det". */
    boolean isOfThePast(String text) {
        String lower = text.toLowerCase(SWEDISH);
        return pastPhrases.stream().anyMatch(lower::contains)
                || tokens(text).stream().anyMatch(this::isPast);
    }

    /** Whether a "not" of the text denies nothing: "glöm inte". */
    boolean isReminder(String text) {
        return reminders.matcher(text.toLowerCase(SWEDISH)).find();
    }

    /** Whether two times joined by "och" are the ends of a stretch. */
    boolean isBetween(String text) {
        return between.matcher(text.toLowerCase(SWEDISH)).find();
    }

    /** Whether a word makes the future of a verb, which no first day of what holds since can stand with. */
    boolean isFuture(String word) {
        return futureWords.contains(word);
    }

    /** Whether what stands before a date makes it the first day of what holds since. */
    boolean startsAfter(String before) {
        String lower = before.toLowerCase(SWEDISH).stripTrailing();
        return startPhrases.stream().anyMatch(lower::endsWith);
    }

    /** Whether a word makes a day the last one: of what was, where the verb says so. */
    boolean isLast(String word) {
        return lastWords.contains(word);
    }

    /** Phrases of the past and of what is to come are single words to whoever compares distances. */
    String joined(String text) {
        String joined = text.toLowerCase(SWEDISH);
        for (String phrase : pastPhrases) {
            joined = joined.replace(phrase, " " + PAST + " ");
        }
        for (String phrase : aheadPhrases) {
            joined = joined.replace(phrase, " " + AHEAD + " ");
        }
        return joined;
    }

    /** Stands for a phrase of the past. */
    static final String PAST = "förfluten";
    /** Stands for a phrase of what is to come. */
    static final String AHEAD = "framtida";
}
