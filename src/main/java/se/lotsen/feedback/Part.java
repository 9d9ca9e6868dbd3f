package se.lotsen.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a citizen has talked to; each is judged by itself. */
public enum Part {
    /** The assistant. */
    ASSISTANT,
    /** A person of the municipality. */
    AGENT;

    /** In lower case, as in forms and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for anything that is no code. */
    public static Optional<Part> of(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
    }
}
