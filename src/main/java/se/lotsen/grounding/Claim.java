package se.lotsen.grounding;

import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.Grounding.Kind;

/**
 * A value as a sentence in any language has it.
 *
 * @param kind what it is
 * @param key the same for the same value in every language
 * @param unit of a number: its class; null where none stands beside it
 * @param maybe whether it may as well be an article or another word
 * @param written as it stands
 */
record Claim(Kind kind, String key, @Nullable String unit, boolean maybe, String written) {
    private static final int HOUR = 60;

    static Claim of(Kind kind, String key, String written) {
        return new Claim(kind, key, null, false, written);
    }

    /** Whether the other says the same: "8" may stand for 8.00, where nothing says otherwise. */
    boolean isSame(Claim other) {
        if (kind == other.kind) {
            return key.equals(other.key);
        }
        return kind == Kind.TIME && other.isHour(key) || other.kind == Kind.TIME && isHour(other.key);
    }

    private boolean isHour(String minutes) {
        int time = Integer.parseInt(minutes);
        return kind == Kind.NUMBER && unit == null && time % HOUR == 0
                && key.equals(Integer.toString(time / HOUR));
    }

    /** Whether both have a unit, and not the same. */
    boolean differsInUnit(Claim other) {
        return unit != null && other.unit != null && !unit.equals(other.unit);
    }
}
