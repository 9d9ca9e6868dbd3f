package se.lotsen.delivery;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import se.lotsen.conversation.Outbox;

/** Signed calls to the one address that an operator has configured. What the receiver answers is not read. */
final class WebhookChannel implements Channel, AutoCloseable {
    private final DeliveryProperties.Hook hook;
    private final Wire wire;
    private final Clock clock;

    WebhookChannel(DeliveryProperties.Hook hook, Clock clock) {
        this.hook = hook;
        this.wire = new Wire(hook.timeout());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean tells(String event) {
        return hook.events().contains("*") || hook.events().contains(event);
    }

    @Override
    public Outcome deliver(Outbox.Entry entry) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        try {
            Wire.Answer answer = wire.send(HttpRequest.newBuilder(hook.url())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", Long.toString(entry.id()))
                    .header(Signature.TIMESTAMP, timestamp)
                    .header(Signature.HEADER, Signature.of(hook.secret(), timestamp, entry.payload()))
                    .POST(BodyPublishers.ofString(entry.payload())));
            return answer.good() ? Outcome.DELIVERED : answer.outcome();
        } catch (Wire.NoAnswer e) {
            return e.outcome();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
