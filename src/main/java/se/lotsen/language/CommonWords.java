package se.lotsen.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** The small words that belong to one language alone; in a short text they say more than letter frequencies. */
final class CommonWords {
    /** How many times as probable one such word makes its language. */
    static final double RATIO = 2;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

    private final Map<String, Set<String>> words = new HashMap<>();

    CommonWords(List<String> languages) {
        Properties lists = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(CommonWords.class.getResourceAsStream("common-words.properties")),
                StandardCharsets.UTF_8)) {
            lists.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String language : languages) {
            words.put(language, Set.copyOf(List.of(lists.getProperty(language, "").split(" "))));
        }
    }

    int count(String language, String text) {
        Set<String> known = words.getOrDefault(language, Set.of());
        int count = 0;
        for (String word : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
            count += known.contains(word) ? 1 : 0;
        }
        return count;
    }
}
