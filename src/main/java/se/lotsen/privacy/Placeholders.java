package se.lotsen.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * The text that stands for each kind of hidden data, from {@code placeholders_sv.properties}. Refuses a text that is
 * missing or that holds a digit or an {@code @}, because masked text could then be masked again.
 */
final class Placeholders {
    private static final String FILE = "placeholders_sv.properties";

    private final Map<PersonalDataKind, String> texts;

    private Placeholders(Map<PersonalDataKind, String> texts) {
        this.texts = texts;
    }

    /** The Swedish texts. */
    static Placeholders swedish() {
        Properties file = new Properties();
        try (InputStream in = Placeholders.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(file);
    }

    static Placeholders of(Properties file) {
        Map<PersonalDataKind, String> texts = new EnumMap<>(PersonalDataKind.class);
        for (PersonalDataKind kind : PersonalDataKind.values()) {
            texts.put(kind, checked(kind, file.getProperty(kind.name(), "")));
        }
        return new Placeholders(texts);
    }

    private static String checked(PersonalDataKind kind, String text) {
        boolean bracketed = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
        if (!bracketed || text.indexOf('@') >= 0 || text.codePoints().anyMatch(Character::isDigit)) {
            throw new IllegalStateException(FILE + ": " + kind + " needs a text in [ ] without digits and @");
        }
        return text;
    }

    String text(PersonalDataKind kind) {
        return texts.getOrDefault(kind, "");
    }
}
