package se.lotsen.delivery;

import java.time.Instant;

/** Somebody of the staff has looked at how to reach a citizen. */
public record ContactOpening(String account, Instant at) {
}
