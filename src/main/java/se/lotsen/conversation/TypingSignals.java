package se.lotsen.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.UUID;
import reactor.core.publisher.Flux;
import se.lotsen.storage.Notices;

/**
 * That one side of a case is writing, for the other side: passing, never stored, lost where it cannot be told, and without a
 * word of what is written. Signs that come faster than {@link #AT_MOST_EVERY} are dropped.
 */
public class TypingSignals {
    /** A listener shows a sign for some seconds, so more of them would say nothing new. */
    static final Duration AT_MOST_EVERY = Duration.ofSeconds(2);
    private final Signals<Side> sides;
    private final Map<Side, Instant> last = new ConcurrentHashMap<>();
    private final Clock clock;

    TypingSignals(Notices notices, Clock clock) {
        this.sides = new Signals<>(notices, "typing", Side::name, Side::of, false);
        this.clock = clock;
    }

    private record Side(ConversationId conversation, Author author) {
        String name() {
            return author + " " + conversation.value();
        }

        static Side of(String name) {
            String[] parts = name.split(" ", 2);
            return new Side(new ConversationId(UUID.fromString(parts[1])), Author.valueOf(parts[0]));
        }
    }

    /** Somebody of this side writes now. Blocks, as the notices do. */
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
