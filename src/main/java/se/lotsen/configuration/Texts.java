package se.lotsen.configuration;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What an operator reads, in Swedish. Read here and not from Spring, which has not started when it is needed. */
final class Texts {
    private static final ResourceBundle ALL = ResourceBundle.getBundle("se.lotsen.configuration.messages",
            Locale.of("sv"));

    private Texts() {
    }

    static String of(String key, Object... filledIn) {
        return new MessageFormat(ALL.getString(key), Locale.of("sv")).format(filledIn);
    }

    /** What a setting asks for, where a room says more than a type does. */
    static Optional<String> rule(String setting) {
        String key = "rule." + setting;
        return ALL.containsKey(key) ? Optional.of(ALL.getString(key)) : Optional.empty();
    }
}
