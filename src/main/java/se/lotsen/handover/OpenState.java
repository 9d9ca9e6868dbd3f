package se.lotsen.handover;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether a queue is open at a moment. {@code closesAt} is set while it is open, unless it stays open for
 * as far as is looked ahead; {@code nextOpening} is set while it is closed, unless it does not open for as
 * long.
 */
record OpenState(boolean openNow, @Nullable OffsetDateTime closesAt, @Nullable OffsetDateTime nextOpening) {
}
