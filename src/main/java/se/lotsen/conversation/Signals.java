package se.lotsen.conversation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Tells listeners in this process that something has changed. A signal says no more than that: listeners read what they
 * need from the database, so signals may be joined together or come too often, and another source of them, such as a
 * database's notifications, can take this one's place.
 *
 * @param <K> what names the thing: a conversation's id, a queue's
 */
class Signals<K> {
    private final Map<K, Set<FluxSink<K>>> listeners = new ConcurrentHashMap<>();

    /** To be called after the commit, never before: a listener would read too early and then wait. */
    void changed(K key) {
        listeners.getOrDefault(key, Set.of()).forEach(listener -> listener.next(key));
    }

    /**
     * A first signal at once, then one after each change; changes during which the listener is busy are joined into one.
     * The first comes after the listener is known here, so that nothing can happen unseen between the two.
     */
    Flux<K> of(K key) {
        return Flux.create(listener -> {
            listeners.compute(key, (id, others) -> with(others, listener));
            listener.onDispose(
                    () -> listeners.computeIfPresent(key, (id, all) -> without(all, listener)));
            listener.next(key);
        }, FluxSink.OverflowStrategy.LATEST);
    }

    private static <K> Set<FluxSink<K>> with(@Nullable Set<FluxSink<K>> others,
            FluxSink<K> listener) {
        Set<FluxSink<K>> all = others == null ? new CopyOnWriteArraySet<>() : others;
        all.add(listener);
        return all;
    }

    private static <K> @Nullable Set<FluxSink<K>> without(Set<FluxSink<K>> all,
            FluxSink<K> listener) {
        all.remove(listener);
        return all.isEmpty() ? null : all;
    }

    /** How many keys somebody listens to. */
    int listenedTo() {
        return listeners.size();
    }
}
