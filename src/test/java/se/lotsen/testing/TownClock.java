package se.lotsen.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock for the whole service: it stands still on a Tuesday morning, in office hours, until it is set. */
public final class TownClock extends Clock {
    /** Tuesday 24 November 2026, ten o'clock in Stockholm: the contact centre is open. */
    public static final Instant OPEN = Instant.parse("2026-11-24T09:00:00Z");
    /** The same evening at eight: it is closed until eight the next morning. */
    public static final Instant CLOSED = Instant.parse("2026-11-24T19:00:00Z");

    private volatile Instant now = OPEN;

    /** Every reader sees this moment from now on. */
    public void set(Instant moment) {
        now = moment;
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
