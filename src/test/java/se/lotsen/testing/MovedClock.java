package se.lotsen.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is moved. */
public final class MovedClock extends Clock {
    private volatile Instant now;

    /** Stands at this moment. */
    public MovedClock(String moment) {
        now = Instant.parse(moment);
    }

    /** Every reader sees a later moment from now on. */
    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Stockholm");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
