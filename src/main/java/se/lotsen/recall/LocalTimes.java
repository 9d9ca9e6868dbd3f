package se.lotsen.recall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Moments as clocks in the municipality show them; for pages. */
public record LocalTimes(ZoneId zone) {

    /** The moment there. */
    public ZonedDateTime of(Instant moment) {
        return moment.atZone(zone);
    }
}
