package se.lotsen.delivery;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.conversation.Outbox;
import se.lotsen.handover.OpenTimes;
import se.lotsen.staff.StaffMember;

/** What is not delivered, for operators: that and why, never what it says. */
@Controller
@Profile("!command")
@RequestMapping("/operations/deliveries")
class DeliveriesController {
    private static final String HOME = "/operations/deliveries";
    private static final int SHOWN = 200;
    private final Outbox outbox;
    private final OpenTimes times;

    DeliveriesController(Outbox outbox, OpenTimes times) {
        this.outbox = outbox;
        this.times = times;
    }

    @GetMapping
    Mono<Rendering> list(StaffMember member) {
        return later(() -> Rendering.view("staff/deliveries")
                .modelAttribute("member", member)
                .modelAttribute("counts", outbox.counts())
                .modelAttribute("shown", SHOWN)
                .modelAttribute("deliveries", rows(outbox.undone(SHOWN)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    @PostMapping("/{id}/retry")
    Mono<Rendering> retry(@PathVariable long id) {
        return done(() -> outbox.tryAgain(id));
    }

    @PostMapping("/{id}/write-off")
    Mono<Rendering> writeOff(@PathVariable long id) {
        return done(() -> outbox.writeOff(id));
    }

    /** A line of the page, with times as clocks in the municipality show them. */
    record Row(Outbox.Undone entry, ZonedDateTime created, ZonedDateTime next) {
        /** For a text: {@code dead}, {@code failing} or {@code waiting}. */
        public String state() {
            return entry.deadAt() != null ? "dead" : entry.attempts() > 0 ? "failing" : "waiting";
        }
    }

    private List<Row> rows(List<Outbox.Undone> entries) {
        return entries.stream()
                .map(entry -> new Row(entry, local(entry.createdAt()), local(entry.nextAttemptAt())))
                .toList();
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(times.zone());
    }

    /** Somebody else was faster, or it got through meanwhile: the list shows it. */
    private static Mono<Rendering> done(Callable<Boolean> work) {
        return later(work).map(done -> Rendering.redirectTo(HOME).status(HttpStatus.SEE_OTHER).build());
    }

    private static <T> Mono<T> later(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
