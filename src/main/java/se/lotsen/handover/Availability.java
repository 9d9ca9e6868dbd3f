package se.lotsen.handover;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether a contact can be reached now and, if not, when. Times carry the municipality's own offset. Open
 * without {@code closesAt} means round the clock; closed without {@code nextOpening} means that no opening
 * is known.
 */
public record Availability(boolean openNow, @Nullable OffsetDateTime closesAt,
        @Nullable OffsetDateTime nextOpening, ContactPoint contact) {
}
