package se.lotsen.desk;

import java.time.Duration;
import org.springframework.context.event.EventListener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import se.lotsen.delivery.PromiseAtRisk;
import se.lotsen.storage.Notices;

/**
 * Passes on to open desks, whichever process they are connected to, that a promise of their queues is at risk; who is not
 * there sees it on the next page.
 */
class PromiseAlarms {
    private static final String TOPIC = "promise";
    private final Sinks.Many<String> queues = Sinks.many().multicast().directBestEffort();
    private final Notices notices;

    PromiseAlarms(Notices notices) {
        this.notices = notices;
        // An alarm that was missed stands on the page, too.
        notices.listen(TOPIC, Notices.Listener.passing(queue -> queues.emitNext(queue,
                Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)))));
    }

    @EventListener
    void atRisk(PromiseAtRisk alarm) {
        notices.tell(TOPIC, alarm.promise().queue());
    }

    /** The queue of each promise that is at risk from now on and that the colleague sees. */
    Flux<String> of(Colleague who) {
        return queues.asFlux().filter(who::sees);
    }
}
