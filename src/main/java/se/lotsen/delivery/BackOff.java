package se.lotsen.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: ten seconds, then twice as long each time, up to an hour. */
final class BackOff {
    static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 9;
    private final RandomGenerator random;

    /** @param random spreads the attempts, so that a receiver that comes back is not overrun */
    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures before this one, from 0 */
    Duration after(int failures) {
        long millis = Math.min(FIRST.toMillis() << Math.min(failures, DOUBLINGS), LONGEST.toMillis());
        return Duration.ofMillis(millis - (long) (millis * 0.25 * random.nextDouble()));
    }
}
