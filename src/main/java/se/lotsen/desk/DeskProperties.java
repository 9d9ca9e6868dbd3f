package se.lotsen.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk works.
 *
 * @param undoSend for how long an agent can take back a reply before the citizen has it; zero for not at all, at most a
 *            minute, because the citizen waits for it
 */
@ConfigurationProperties("lotsen.desk")
record DeskProperties(@DefaultValue("PT5S") Duration undoSend) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    DeskProperties {
        if (undoSend.isNegative() || undoSend.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lotsen.desk.undo-send must be between 0 and a minute");
        }
    }
}
