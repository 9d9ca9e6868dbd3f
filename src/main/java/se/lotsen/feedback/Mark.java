package se.lotsen.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one of the staff thinks of an answer. */
public enum Mark {
    /** It answers what was asked. */
    RIGHT,
    /** What it says is true, but something that was asked for is missing. */
    PARTLY,
    /** It does not answer what was asked. */
    WRONG,
    /** It says what the page says, and that does not hold any more: the page's fault. */
    OUTDATED;

    /** In lower case, as in forms and in the export. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for anything that is no code. */
    public static Optional<Mark> of(String code) {
        return Arrays.stream(values()).filter(mark -> mark.code().equals(code)).findFirst();
    }
}
