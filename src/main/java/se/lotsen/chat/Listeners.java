package se.lotsen.chat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import se.lotsen.conversation.ConversationId;

/**
 * Who is listening to which conversation. When the last listener has been gone for a while, the citizen has left: a model is
 * then no longer waited for, and the answer is finished without it, so that it is whole when somebody comes back.
 */
final class Listeners {
    private final Map<ConversationId, Integer> listening = new ConcurrentHashMap<>();
    /** The last departure of each conversation that nobody listens to, until the citizen has left or is back. */
    private final Map<ConversationId, Object> departures = new ConcurrentHashMap<>();
    private final Duration grace;
    private final Scheduler timer;
    private final Consumer<ConversationId> left;

    /** @param grace a cut connection comes back within this */
    Listeners(Duration grace, Scheduler timer, Consumer<ConversationId> left) {
        this.grace = grace;
        this.timer = timer;
        this.left = left;
    }

    /** The same events; whoever takes them is counted while he does. */
    <T> Flux<T> counted(ConversationId conversation, Flux<T> events) {
        return Flux.defer(() -> {
            listening.merge(conversation, 1, Integer::sum);
            departures.remove(conversation);
            return events.doFinally(signal -> gone(conversation));
        });
    }

    private void gone(ConversationId conversation) {
        if (listening.computeIfPresent(conversation,
                (id, number) -> number == 1 ? null : number - 1) == null) {
            Object departure = new Object();
            departures.put(conversation, departure);
            Mono.delay(grace, timer).filter(tick -> departures.remove(conversation, departure)
                    && !listening.containsKey(conversation))
                    .subscribe(tick -> left.accept(conversation));
        }
    }

    /** Conversations that somebody listens to. */
    int conversations() {
        return listening.size();
    }
}
