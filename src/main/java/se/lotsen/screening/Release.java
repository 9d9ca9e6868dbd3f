package se.lotsen.screening;

import java.util.Locale;
import java.util.Optional;

/** How an answer in a topic reaches the citizen; in {@code topics.yaml} by the name in lower case. */
public enum Release {
    /** Not at all: the assistant makes none, a person does. */
    OFF,
    /**
     * Not at all, to nobody: it is made and checked as any other and kept for editors, who grade it, while the citizen is led
     * to a person who does not see it.
     */
    SHADOW,
    /** At once to staff who ask, such as for a caller; a citizen is shown the pages that were found, and led to a person. */
    PILOT,
    /** Not by itself: a person is given it as a draft. */
    DRAFT,
    /** Not by itself: a person can send it unchanged with one press, or write another. */
    APPROVE,
    /** At once. */
    AUTONOMOUS;

    /** Whether an answer is made that the one who asks is not shown. */
    public boolean isHeldBack() {
        return this == SHADOW || this == DRAFT || this == APPROVE;
    }

    static Optional<Release> named(String name) {
        for (Release release : values()) {
            if (release.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }
}
