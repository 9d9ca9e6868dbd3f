package se.lotsen.answering;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** How the words of a question show that it leans on the one before it; the patterns are in {@code follow-ups_sv.properties}. */
final class LanguageCues {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");

    private final Pattern opener;
    private final Pattern pointer;
    private final Pattern closer;
    private final Pattern newTopic;
    private final Pattern predicate;
    private final Pattern small;
    private final Pattern facet;

    LanguageCues() {
        Properties cues = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(LanguageCues.class.getResourceAsStream("follow-ups_sv.properties")),
                StandardCharsets.UTF_8)) {
            cues.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.opener = pattern(cues, "opener");
        this.pointer = pattern(cues, "pointer");
        this.closer = pattern(cues, "closer");
        this.newTopic = pattern(cues, "new-topic");
        this.predicate = pattern(cues, "predicate");
        this.small = pattern(cues, "small");
        this.facet = pattern(cues, "facet");
    }

    private static Pattern pattern(Properties cues, String name) {
        return Pattern.compile(cues.getProperty(name), Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The words that could name a topic, in lower case. */
    List<String> contentWords(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() > 1 && !small.matcher(word).matches())
                .toList();
    }

    /** Whether a word asks about a side of any topic (its cost, its hours) and names none. */
    boolean isFacet(String word) {
        return facet.matcher(word).matches();
    }

    /** How many of the three marks of a follow-up the question bears: how it begins, what it points at, how it ends. */
    int marks(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        return (opener.matcher(lower).find() ? 1 : 0) + (pointer.matcher(lower).find() ? 1 : 0)
                + (closer.matcher(lower).find() ? 1 : 0);
    }

    boolean announcesNewTopic(String text) {
        return newTopic.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether the question can stand without the words of the one before it, once its topic is known. */
    boolean hasOwnPredicate(String text) {
        return predicate.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
