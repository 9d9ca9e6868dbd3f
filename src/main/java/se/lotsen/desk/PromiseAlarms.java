package se.lotsen.desk;

import java.time.Duration;
import org.springframework.context.event.EventListener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import se.lotsen.delivery.PromiseAtRisk;

/** Passes on to open desks that a promise of their queues is at risk; who is not there sees it on the next page. */
class PromiseAlarms {
    private final Sinks.Many<String> queues = Sinks.many().multicast().directBestEffort();

    @EventListener
    void atRisk(PromiseAtRisk alarm) {
        queues.emitNext(alarm.promise().queue(), Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    /** The queue of each promise that is at risk from now on and that the colleague sees. */
    Flux<String> of(Colleague who) {
        return queues.asFlux().filter(who::sees);
    }
}
