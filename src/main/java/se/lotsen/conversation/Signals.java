package se.lotsen.conversation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import se.lotsen.storage.Notices;

/**
 * Tells listeners in every process that shares the database that something has changed. A signal says no more than that:
 * listeners read what they need from the database, so signals may be joined together or come too often. Whoever may have
 * missed one is woken to look.
 *
 * @param <K> what names the thing: a conversation's id, a queue's
 */
class Signals<K> {
    private final Map<K, Set<FluxSink<K>>> listeners = new ConcurrentHashMap<>();
    private final Notices notices;
    private final String topic;
    private final Function<K, String> name;

    /**
     * @param name what a notice calls the key, and {@code key} the other way round
     * @param wakes whether listeners are woken when something may have been missed; not where a signal is all there is
     */
    Signals(Notices notices, String topic, Function<K, String> name, Function<String, K> key,
            boolean wakes) {
        this.notices = notices;
        this.topic = topic;
        this.name = name;
        notices.listen(topic, new Notices.Listener() {
            @Override
            public void heard(String told) {
                pass(key.apply(told));
            }

            @Override
            public void look() {
                if (wakes) {
                    listeners.keySet().forEach(Signals.this::pass);
                }
            }
        });
    }

    /**
     * To be called within the transaction that changes it: the signal is part of the commit, so that a process that is killed
     * leaves nothing changed and untold. Outside of one it is told at once.
     */
    void changed(K key) {
        notices.tell(topic, name.apply(key));
    }

    private void pass(K key) {
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
