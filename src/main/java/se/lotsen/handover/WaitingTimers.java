package se.lotsen.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.StateChange;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.conversation.WaitingCase;

/**
 * Ends waits that lead nowhere: nobody came within the longest wait, or the queue has closed for the day. The citizen is told
 * whom to call and has the assistant back. Each case is ended in the version that was seen, so that any number of processes
 * may look at the same time and a case that an agent takes meanwhile is left to the agent. A queue whose hours nobody knows
 * never closes.
 */
public class WaitingTimers {
    private static final Logger log = LoggerFactory.getLogger(WaitingTimers.class);

    private final HandoverStore handover;
    private final ConversationStore conversations;
    private final HandoverFiles files;
    private final CaseLines lines;
    private final HandoverProperties properties;
    private final Clock clock;

    WaitingTimers(HandoverStore handover, ConversationStore conversations, HandoverFiles files,
            CaseLines lines, HandoverProperties properties, Clock clock) {
        this.handover = handover;
        this.conversations = conversations;
        this.files = files;
        this.lines = lines;
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks through all queues once and returns how many waits this call has ended. Blocks. */
    public int look() {
        int ended = 0;
        for (WaitingCase waiting : handover.waiting(Set.of())) {
            try {
                ended += look(waiting.standing()) ? 1 : 0;
            } catch (ConversationRefusal gone) {
                log.info("The wait of conversation {} ended by itself", waiting.standing().conversation());
            }
        }
        return ended;
    }

    private boolean look(Standing seen) {
        String queue = seen.queue() == null ? "" : seen.queue();
        if (isClosed(queue)) {
            return handover.deskClosed(seen.conversation(), seen.version(),
                    lines.of(StateChange.DESK_CLOSED, seen.conversation(), null));
        }
        return isTooLong(seen) && handover.timeOut(seen.conversation(), seen.version(),
                lines.of(StateChange.TIMED_OUT, seen.conversation(), null));
    }

    private boolean isClosed(String queue) {
        return files.counter().hours().flatMap(hours -> hours.at(queue, clock.instant()))
                .map(state -> !state.openNow()).orElse(false);
    }

    /** A case that came back from an agent keeps its place, but is not ended for the time it was with the agent. */
    private boolean isTooLong(Standing seen) {
        Instant since = seen.waitingSince();
        Instant latest = clock.instant().minus(properties.longestWait());
        return since != null && !since.isAfter(latest)
                && cameToTheQueue(seen.conversation()).map(at -> !at.isAfter(latest)).orElse(true);
    }

    private Optional<Instant> cameToTheQueue(ConversationId conversation) {
        return conversations.eventsAfter(conversation, 0).stream()
                .filter(event -> event.event() instanceof StateChanged changed
                        && changed.to() == ConversationState.WAITING)
                .reduce((earlier, later) -> later)
                .map(StoredEvent::at);
    }
}
