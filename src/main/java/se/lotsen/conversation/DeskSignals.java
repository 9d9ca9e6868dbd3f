package se.lotsen.conversation;

import reactor.core.publisher.Flux;

/** Tells desks in this process that a queue, or a case that came from it, has changed; they read it again. */
public class DeskSignals {
    private final Signals<String> queues = new Signals<>();

    DeskSignals() {
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
