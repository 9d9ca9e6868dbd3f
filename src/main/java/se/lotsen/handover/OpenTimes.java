package se.lotsen.handover;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When queues are open in time to come, for whoever promises something; follows the editors' file. */
public final class OpenTimes {
    /** A stretch without a known end, as of a queue that never closes, is cut off here. */
    private static final int LONGEST_DAYS = 1;
    private final HandoverFiles files;

    /** That follow the files' reloads. */
    public OpenTimes(HandoverFiles files) {
        this.files = files;
    }

    /** While this lasts somebody can be reached; {@code to} is the moment of closing. */
    public record Opening(Instant from, Instant to) {
    }

    /** The municipality's own; UTC while there are no hours. */
    public ZoneId zone() {
        return files.counter().hours().map(OpeningHours::zone).orElse(ZoneOffset.UTC);
    }

    /** Whether there are hours for the queue; one without is taken as never closed. */
    public boolean isKnown(String queue) {
        return files.counter().hours().map(hours -> hours.queues().contains(queue)).orElse(false);
    }

    /** Whether the queue is open at the moment; false when there is no such queue. */
    public boolean isOpen(String queue, Instant moment) {
        return files.counter().hours().map(hours -> hours.isOpen(queue, moment)).orElse(false);
    }

    /**
     * The queue's openings in order, from the one that the first moment lies in, cut off at both moments. Empty when
     * there is no such queue, or it does not open.
     */
    public List<Opening> between(String queue, Instant from, Instant until) {
        Optional<OpeningHours> hours = files.counter().hours();
        List<Opening> openings = new ArrayList<>();
        Instant at = from;
        while (hours.isPresent() && at.isBefore(until)) {
            OpenState state = hours.get().at(queue, at).orElse(null);
            OffsetDateTime opens = state == null ? null : state.nextOpening();
            if (state != null && state.openNow()) {
                OffsetDateTime closes = state.closesAt();
                Instant end = closes == null
                        ? at.plusSeconds(LONGEST_DAYS * 86_400L)
                        : closes.toInstant();
                openings.add(new Opening(at, end.isBefore(until) ? end : until));
                at = end;
            } else if (opens != null) {
                at = opens.toInstant();
            } else {
                break;
            }
        }
        return List.copyOf(openings);
    }
}
