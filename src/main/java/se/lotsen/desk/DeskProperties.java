package se.lotsen.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What supervisors measure by.
 *
 * @param acceptWithin a handover that an agent has accepted within this much open time is in time; whole seconds
 */
@ConfigurationProperties("lotsen.desk")
record DeskProperties(@DefaultValue("60s") Duration acceptWithin) {

    /** Refuses a goal that nobody can reach. */
    DeskProperties {
        if (acceptWithin.toSeconds() < 1) {
            throw new IllegalArgumentException("lotsen.desk.accept-within must be at least one second");
        }
    }
}
