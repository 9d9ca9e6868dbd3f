package se.lotsen.screening;

import java.util.Locale;
import java.util.Optional;

/** How an answer in a topic reaches the citizen; in {@code topics.yaml} by the name in lower case. */
public enum Release {
    /** Not at all: the assistant makes none, a person does. */
    OFF,
    /** Not by itself: a person is given it as a draft. */
    DRAFT,
    /** Not by itself: a person can send it unchanged with one press, or write another. */
    APPROVE,
    /** At once. */
    AUTONOMOUS;

    static Optional<Release> named(String name) {
        for (Release release : values()) {
            if (release.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }
}
