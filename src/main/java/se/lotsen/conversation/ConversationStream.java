package se.lotsen.conversation;

import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A conversation's log as a stream: what is stored already, then what is added, in order, without a gap or a double. Each
 * subscriber holds at most one page of events, however slow it is, because the log itself is the buffer. It checks no
 * token, and never ends by itself, not even for a conversation that does not exist.
 */
public class ConversationStream {
    static final int PAGE = 128;
    private final ConversationStore store;
    private final ConversationSignals signals;

    ConversationStream(ConversationStore store, ConversationSignals signals) {
        this.store = store;
        this.signals = signals;
    }

    /**
     * The events with an id greater than {@code after} (0 for all). The database is read on {@code boundedElastic},
     * whoever subscribes.
     */
    public Flux<StoredEvent> events(ConversationId conversation, long after) {
        return Flux.defer(() -> {
            Cursor cursor = new Cursor(conversation, after);
            // One signal in hand and one waiting is all that is ever needed.
            return signals.of(conversation).concatMap(signal -> cursor.unread(), 1);
        });
    }

    /** One subscriber's place in the log; its pages are read one after another, never at the same time. */
    private final class Cursor {
        private final ConversationId conversation;
        private volatile long position;
        private volatile boolean pageWasFull;

        private Cursor(ConversationId conversation, long position) {
            this.conversation = conversation;
            this.position = position;
        }

        private Flux<StoredEvent> unread() {
            return Mono.fromCallable(this::page)
                    .subscribeOn(Schedulers.boundedElastic())
                    .flatMapIterable(Function.identity())
                    .doOnNext(event -> position = event.id())
                    .repeat(() -> pageWasFull);
        }

        private List<StoredEvent> page() {
            List<StoredEvent> page = store.eventsAfter(conversation, position, PAGE);
            pageWasFull = page.size() == PAGE;
            return page;
        }
    }
}
