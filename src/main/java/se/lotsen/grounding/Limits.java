package se.lotsen.grounding;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Tells from the phrases of {@code limits_sv.properties} what a sentence does to its neighbours. */
final class Limits {
    private static final Properties PHRASES = load();

    private Limits() {
    }

    private static Properties load() {
        Properties phrases = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Limits.class.getResourceAsStream("limits_sv.properties")),
                StandardCharsets.UTF_8)) {
            phrases.load(in);
            return phrases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An exception or a condition: it limits what stands before it, whatever that is. */
    static boolean isException(String text) {
        return holds(text, "exception", false);
    }

    /** A limit, a deadline, a duty or a condition. */
    static boolean isLimit(String text) {
        return isException(text) || holds(text, "limit", false);
    }

    /** It begins by pointing back. */
    static boolean leansBack(String text) {
        return holds(text, "leaning", true);
    }

    /** A lead-in of which one item alone would mislead. */
    static boolean bindsTogether(String leadIn) {
        return holds(leadIn, "together", false);
    }

    private static boolean holds(String text, String name, boolean atStart) {
        String words = Tokens.of(Legible.of(text)).stream().filter(token -> !token.is(Token.Type.SIGN))
                .map(Token::lower).collect(Collectors.joining(" ", " ", " "));
        for (String phrase : List.of(PHRASES.getProperty(name, "").split(","))) {
            String sought = " "
                    + (phrase.endsWith("*") ? phrase.substring(0, phrase.length() - 1) : phrase + " ");
            if (atStart ? words.startsWith(sought) : words.contains(sought)) {
                return true;
            }
        }
        return false;
    }
}
