package se.lotsen.conduct;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.Warnings;
import se.lotsen.handover.OpenTimes;

/**
 * Whether a person still writes with a citizen today. When a case was ended after a warning none does until the next day
 * begins in the municipality; the assistant, the telephone and e-mail remain. It blocks.
 */
public class PersonToday {
    private final Warnings warnings;
    private final OpenTimes times;
    private final Clock clock;

    PersonToday(Warnings warnings, OpenTimes times, Clock clock) {
        this.warnings = warnings;
        this.times = times;
        this.clock = clock;
    }

    /** False until midnight after a case was ended so. */
    public boolean mayWrite(ConversationId conversation) {
        ZoneId zone = times.zone();
        return warnings.of(conversation).map(Warnings.Warning::endedAt)
                .map((Instant ended) -> ended.atZone(zone).toLocalDate()
                        .isBefore(clock.instant().atZone(zone).toLocalDate()))
                .orElse(true);
    }
}
