package se.lotsen.architecture.planted;

import java.time.Instant;

class InstantWithoutClock {
    Instant now = Instant.now();
}
