package se.lotsen.handover;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandlingTimes;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.WaitingCase;

/**
 * A citizen's place in a queue and an honest guess at the wait: the position, times the mean handling time of the last ended
 * cases, divided by the agents who take such a case now. Unknown rather than invented where one of these is missing. It
 * reads the database and must not be asked on an event loop.
 */
public class QueuePlaces {
    private static final int CASES = 20;

    private final HandoverStore handover;
    private final HandlingTimes times;
    private final Presence presence;

    QueuePlaces(HandoverStore handover, HandlingTimes times, Presence presence) {
        this.handover = handover;
        this.times = times;
        this.presence = presence;
    }

    /**
     * Where a citizen stands.
     *
     * @param position from 1
     * @param estimateMinutes at least 1; null when it is not known
     */
    public record Place(String queue, int position, @Nullable Integer estimateMinutes) {
    }

    /** The place of a waiting conversation; empty for one that does not wait. */
    public Optional<Place> of(ConversationId conversation, String language) {
        Standing standing = handover.standing(conversation);
        String queue = standing.queue();
        if (standing.state() != ConversationState.WAITING || queue == null) {
            return Optional.empty();
        }
        return handover.waiting(Set.of(queue)).stream()
                .filter(waiting -> waiting.standing().conversation().equals(conversation))
                .mapToInt(WaitingCase::position).boxed().findFirst()
                .map(position -> new Place(queue, position, minutes(queue, language, position)));
    }

    /** The place that somebody would have who came now. */
    Place next(String queue, String language) {
        int position = handover.waiting(Set.of(queue)).size() + 1;
        return new Place(queue, position, minutes(queue, language, position));
    }

    private @Nullable Integer minutes(String queue, String language, int position) {
        int agents = presence.taking(queue, language).size();
        if (agents == 0) {
            return null;
        }
        return times.meanOfLast(CASES).map(mean -> roundedUp(mean.multipliedBy(position).dividedBy(agents)))
                .orElse(null);
    }

    private static int roundedUp(Duration wait) {
        return (int) Math.max(1, Math.ceilDiv(wait.toSeconds(), 60));
    }
}
