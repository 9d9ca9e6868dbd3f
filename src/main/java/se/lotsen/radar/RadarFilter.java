package se.lotsen.radar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.lotsen.inspection.FaultKind;

/**
 * What of the list is shown.
 *
 * @param kind null for all
 * @param owner empty for all
 */
record RadarFilter(@Nullable FaultKind kind, String owner, State state) {

    /** Whether somebody has put a fault aside. */
    enum State {
        /** Nobody has. */
        OPEN,
        /** Somebody has. */
        DISMISSED,
        /** Both. */
        ALL
    }

    static RadarFilter of(MultiValueMap<String, String> form) {
        String kind = form.getFirst("typ");
        String owner = form.getFirst("agare");
        String state = form.getFirst("lage");
        return new RadarFilter(
                Arrays.stream(FaultKind.values()).filter(one -> one.name().equals(kind)).findFirst()
                        .orElse(null),
                owner == null ? "" : owner,
                Arrays.stream(State.values()).filter(one -> one.name().equals(state)).findFirst()
                        .orElse(State.OPEN));
    }

    boolean shows(Report.Entry entry) {
        return (kind == null || entry.fault().kind() == kind)
                && (owner.isEmpty() || entry.concerns(owner))
                && (state == State.ALL || entry.isOpen() == (state == State.OPEN));
    }
}
