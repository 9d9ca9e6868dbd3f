package se.lotsen.handover;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long citizens may be kept waiting.
 *
 * @param longestWait after so long in a queue the citizen is told that nobody came, and a wait that is estimated longer is
 *            not begun
 * @param lookEvery how often the queues are looked through
 */
@ConfigurationProperties("lotsen.handover")
public record HandoverProperties(@DefaultValue("20m") Duration longestWait,
        @DefaultValue("5s") Duration lookEvery) {

    /** Refuses what would end every wait at once. */
    public HandoverProperties {
        if (!longestWait.isPositive() || !lookEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "lotsen.handover: longest-wait and look-every must be above 0");
        }
    }
}
