package se.lotsen.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationId;

/**
 * What a citizen was told that we do. How to reach the citizen is not here: {@link Promises#openContact} shows it and
 * writes down to whom.
 *
 * @param receipt such as {@code LK-26-000123}; the citizen's own name for it
 * @param wish what the citizen wants, masked; null when nothing was said
 * @param keptAt null while it is still to be kept
 * @param alarmedAt when somebody was reminded; null before
 */
public record Promise(UUID id, ConversationId conversation, PromiseKind kind, String receipt, String queue,
        String language, Instant from, Instant dueAt, Instant madeAt, @Nullable String wish,
        @Nullable Instant keptAt, @Nullable Instant alarmedAt) {

    /** Deliberately without the wish, so that a stray log statement cannot print it. */
    @Override
    public String toString() {
        return "Promise[" + receipt + ", due " + dueAt + "]";
    }
}
