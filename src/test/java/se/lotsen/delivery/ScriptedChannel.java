package se.lotsen.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import se.lotsen.conversation.Outbox;

/** A receiver that keeps what it accepts and answers as a test wants. */
final class ScriptedChannel implements Channel {
    final List<Outbox.Entry> attempts = new CopyOnWriteArrayList<>();
    final List<Outbox.Entry> received = new CopyOnWriteArrayList<>();
    private final String name;
    volatile Function<Outbox.Entry, Outcome> script = entry -> Outcome.DELIVERED;

    ScriptedChannel(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean tells(String event) {
        return true;
    }

    @Override
    public Outcome deliver(Outbox.Entry entry) {
        attempts.add(entry);
        Outcome outcome = script.apply(entry);
        if (outcome instanceof Outcome.Delivered) {
            received.add(entry);
        }
        return outcome;
    }
}
