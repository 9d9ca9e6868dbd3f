package se.lotsen.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;

/**
 * That one side of a case is writing, for the other side: passing, known in this process only, never stored, and without a
 * word of what is written. Signs that come faster than {@link #AT_MOST_EVERY} are dropped.
 */
public class TypingSignals {
    /** A listener shows a sign for some seconds, so more of them would say nothing new. */
    static final Duration AT_MOST_EVERY = Duration.ofSeconds(2);
    private final Signals<Side> sides = new Signals<>();
    private final Map<Side, Instant> last = new ConcurrentHashMap<>();
    private final Clock clock;

    TypingSignals(Clock clock) {
        this.clock = clock;
    }

    private record Side(ConversationId conversation, Author author) {
    }

    /** Somebody of this side writes now. */
    public void typing(ConversationId conversation, Author author) {
        Side side = new Side(conversation, author);
        Instant now = clock.instant();
        last.values().removeIf(at -> !at.plus(AT_MOST_EVERY).isAfter(now));
        if (last.putIfAbsent(side, now) == null) {
            sides.changed(side);
        }
    }

    /** A sign each time that this side writes; never ends by itself. */
    public Flux<Author> of(ConversationId conversation, Author author) {
        // The first says only that somebody listens.
        return sides.of(new Side(conversation, author)).skip(1).map(Side::author);
    }

    /** Sides that somebody listens to. */
    int listenedTo() {
        return sides.listenedTo();
    }
}
