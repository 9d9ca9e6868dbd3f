package se.lotsen.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import se.lotsen.conversation.Outbox;

/** Figures of deliveries and promises: {@code lotsen.delivery.*}. Labels are channels and outcomes, nobody's ids. */
final class DeliveryMetrics {
    private final MeterRegistry registry;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong failing = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private final AtomicLong atRisk = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("lotsen.delivery.waiting", waiting);
        registry.gauge("lotsen.delivery.failing", failing);
        registry.gauge("lotsen.delivery.dead", dead);
        registry.gauge("lotsen.delivery.promises.at-risk", atRisk);
        registry.gauge("lotsen.delivery.promises.broken", broken);
    }

    void attempted(String channel, Outcome outcome) {
        String result = switch (outcome) {
            case Outcome.Delivered done -> "delivered";
            case Outcome.Failed failed -> "failed";
            case Outcome.Refused refused -> "refused";
        };
        registry.counter("lotsen.delivery.attempts", "channel", channel, "outcome", result).increment();
    }

    void counted(Outbox.Counts counts) {
        waiting.set(counts.waiting());
        failing.set(counts.failing());
        dead.set(counts.dead());
    }

    void promises(long nowAtRisk, long nowBroken) {
        atRisk.set(nowAtRisk);
        broken.set(nowBroken);
    }

    void alarmed() {
        registry.counter("lotsen.delivery.promises.alarms").increment();
    }
}
