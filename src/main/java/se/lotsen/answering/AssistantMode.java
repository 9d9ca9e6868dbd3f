package se.lotsen.answering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.lotsen.screening.ScreeningAction;

/**
 * How much the assistant does at this moment, whatever the topic; from all to nothing, so that of two modes the later one is
 * the stricter. Crisis cards and threats are met in every mode, and every mode leads to a person.
 */
public enum AssistantMode {
    /** All that it can. */
    ON,
    /** Lists the pages that were found and says nothing from them; no model is asked. */
    SEARCH_ONLY,
    /** Says what the rules say, such as another authority's number, and otherwise leads to a person; nothing is searched. */
    HANDOVER_ONLY,
    /** Nothing but crisis cards and the way to a person. */
    OFF;

    /** As it stands in addresses and settings, such as {@code search-only}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what is no mode's code. */
    public static Optional<AssistantMode> of(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }

    /** The stricter of the two. */
    public AssistantMode or(AssistantMode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    boolean searches() {
        return this == ON || this == SEARCH_ONLY;
    }

    boolean heeds(ScreeningAction action) {
        return this != OFF || action == ScreeningAction.EMERGENCY || action == ScreeningAction.THREAT;
    }
}
