package se.lotsen.conversation;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import se.lotsen.storage.Notices;

/** Tells desks that a queue, or a case that came from it, has changed; they read it again. */
public class DeskSignals {
    private final Signals<String> queues;

    DeskSignals(Notices notices) {
        this.queues = new Signals<>(notices, "queue", Function.identity(), Function.identity(), true);
    }

    /** The queue's id at once, then after each change; changes during which the desk is busy are joined into one. */
    public Flux<String> of(String queue) {
        return queues.of(queue);
    }

    void changed(String queue) {
        queues.changed(queue);
    }

    int listenedTo() {
        return queues.listenedTo();
    }
}
