package se.lotsen.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import se.lotsen.storage.Leadership;

/** Reminds before a promise is broken. What is stored says who was reminded of what, so a restart repeats nothing;
 * only the leader reminds. */
final class PromiseWatch {
    private static final Logger log = LoggerFactory.getLogger(PromiseWatch.class);
    private final Promises promises;
    private final DeliveryMetrics metrics;
    private final ApplicationEventPublisher events;
    private final Leadership leadership;
    private final Clock clock;

    PromiseWatch(Promises promises, DeliveryMetrics metrics, ApplicationEventPublisher events,
            Leadership leadership, Clock clock) {
        this.promises = promises;
        this.metrics = metrics;
        this.events = events;
        this.leadership = leadership;
        this.clock = clock;
    }

    void run() {
        for (Promise promise : leadership.leads() ? promises.alarm() : List.<Promise>of()) {
            log.warn("Promise {} is due at {} and not kept", promise.receipt(), promise.dueAt());
            metrics.alarmed();
            events.publishEvent(new PromiseAtRisk(promise));
        }
        Instant now = clock.instant();
        List<Promise> open = promises.atRisk(now);
        long broken = open.stream().filter(promise -> promise.dueAt().isBefore(now)).count();
        metrics.promises(open.size() - broken, broken);
    }
}
