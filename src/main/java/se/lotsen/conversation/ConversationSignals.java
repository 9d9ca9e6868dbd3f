package se.lotsen.conversation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Tells listeners in this process that a conversation has something new. A signal says no more than that: listeners read
 * the log from their own cursor, so signals may be joined together or come too often, and another source of them, such as
 * a database's notifications, can take this one's place.
 */
final class ConversationSignals {
    private final Map<ConversationId, Set<FluxSink<ConversationId>>> listeners = new ConcurrentHashMap<>();

    /** To be called after the commit, never before: a listener would read too early and then wait. */
    void changed(ConversationId conversation) {
        listeners.getOrDefault(conversation, Set.of()).forEach(listener -> listener.next(conversation));
    }

    /**
     * A first signal at once, then one after each change; changes during which the listener is busy are joined into one.
     * The first comes after the listener is known here, so that nothing can happen unseen between the two.
     */
    Flux<ConversationId> of(ConversationId conversation) {
        return Flux.create(listener -> {
            listeners.compute(conversation, (id, others) -> with(others, listener));
            listener.onDispose(
                    () -> listeners.computeIfPresent(conversation, (id, all) -> without(all, listener)));
            listener.next(conversation);
        }, FluxSink.OverflowStrategy.LATEST);
    }

    private static Set<FluxSink<ConversationId>> with(@Nullable Set<FluxSink<ConversationId>> others,
            FluxSink<ConversationId> listener) {
        Set<FluxSink<ConversationId>> all = others == null ? new CopyOnWriteArraySet<>() : others;
        all.add(listener);
        return all;
    }

    private static @Nullable Set<FluxSink<ConversationId>> without(Set<FluxSink<ConversationId>> all,
            FluxSink<ConversationId> listener) {
        all.remove(listener);
        return all.isEmpty() ? null : all;
    }

    /** How many conversations somebody listens to. */
    int listenedTo() {
        return listeners.size();
    }
}
