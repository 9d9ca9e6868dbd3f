package se.lotsen.chat;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.CaseMarks;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.StoredEvent;

/**
 * Keeps which messages of agents the citizen's side was given, by stream, transcript or page: handed to a connection that
 * was open, which is the most that a server knows. A fault here costs the citizen nothing.
 */
final class GivenToCitizens {
    private static final Logger log = LoggerFactory.getLogger(GivenToCitizens.class);
    private final CaseMarks marks;

    GivenToCitizens(CaseMarks marks) {
        this.marks = marks;
    }

    /**
     * Follows a stream and gives nothing of its own; ends with the events.
     *
     * @param after what the client says that it has
     * @param events the conversation's, shared by the caller
     */
    <T> Flux<T> with(ConversationId conversation, long after, Flux<StoredEvent> events) {
        Flux<Long> given = events.filter(GivenToCitizens::isAgents).map(StoredEvent::id);
        return Flux.merge(after > 0 ? Mono.just(after) : Mono.empty(), given)
                .onBackpressureLatest()
                .concatMap(id -> Mono.<T>fromRunnable(() -> note(conversation, id))
                        .subscribeOn(Schedulers.boundedElastic()), 1);
    }

    /** The citizen is shown all of these. Blocks. */
    void all(ConversationId conversation, List<StoredEvent> events) {
        if (events.stream().anyMatch(GivenToCitizens::isAgents)) {
            note(conversation, events.getLast().id());
        }
    }

    private void note(ConversationId conversation, long id) {
        try {
            marks.shown(conversation, id);
        } catch (DataAccessException | TransactionException e) {
            log.warn("what was shown of conversation {} is not kept: {}", conversation,
                    e.getClass().getSimpleName());
        }
    }

    private static boolean isAgents(StoredEvent event) {
        return event.event() instanceof MessagePosted message && message.author() == Author.AGENT;
    }
}
