package se.lotsen.delivery;

import java.time.Instant;

/**
 * A time that can be promised, within opening hours.
 *
 * @param due the promise: at latest then
 */
public record Slot(PromiseKind kind, String queue, Instant from, Instant due) {
}
