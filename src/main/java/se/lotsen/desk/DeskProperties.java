package se.lotsen.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk works, and what supervisors measure by.
 *
 * @param undoSend for how long an agent can take back a reply before the citizen has it; zero for not at all, at most a
 *            minute, because the citizen waits for it
 * @param acceptWithin a handover that an agent has accepted within this much open time is in time; whole seconds
 */
@ConfigurationProperties("lotsen.desk")
record DeskProperties(@DefaultValue("PT5S") Duration undoSend, @DefaultValue("60s") Duration acceptWithin) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Refuses a reply that keeps the citizen waiting, and a goal that nobody can reach. */
    DeskProperties {
        if (undoSend.isNegative() || undoSend.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lotsen.desk.undo-send must be between 0 and a minute");
        }
        if (acceptWithin.toSeconds() < 1) {
            throw new IllegalArgumentException("lotsen.desk.accept-within must be at least one second");
        }
    }
}
