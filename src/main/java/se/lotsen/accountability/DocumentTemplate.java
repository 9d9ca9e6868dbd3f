package se.lotsen.accountability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places for facts: <code>{{name}}</code> is a fact, and a line that begins with <code>{{?name}}</code> or
 * <code>{{!name}}</code> stands only where the fact is {@code true}, or is not. It refuses a place for which there is no fact, so
 * that none is ever left open.
 */
final class DocumentTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Pattern CONDITION = Pattern.compile("\\{\\{([?!])([^}]*)}}(.*)");
    private final String text;

    DocumentTemplate(String text) {
        this.text = text;
    }

    /** A resource file beside this class. */
    static DocumentTemplate read(String name) {
        try (InputStream file = DocumentTemplate.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new DocumentTemplate(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming a place without a fact */
    String fill(Map<String, String> facts) {
        return text.lines().filter(line -> stands(line, facts))
                .map(line -> CONDITION.matcher(line).replaceFirst("$3"))
                .map(line -> PLACE.matcher(line)
                        .replaceAll(place -> Matcher.quoteReplacement(fact(place.group(1), facts))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean stands(String line, Map<String, String> facts) {
        Matcher condition = CONDITION.matcher(line);
        return !condition.matches()
                || fact(condition.group(2), facts).equals("true") == condition.group(1).equals("?");
    }

    private static String fact(String name, Map<String, String> facts) {
        String fact = facts.get(name);
        if (fact == null) {
            throw new IllegalArgumentException("no fact is called " + name);
        }
        return fact;
    }
}
