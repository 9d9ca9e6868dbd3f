package se.lotsen.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStream;
import se.lotsen.conversation.DeskSignals;
import se.lotsen.staff.StaffMember;

/**
 * Tells a desk what to read anew: {@code queue} for the lists, {@code case} for the open case, {@code promise}
 * when one is at risk. It carries no content, so
 * that whatever a person may see is decided in one place. A {@code beat} asks every few seconds whether anybody is there;
 * only the answer counts, as a connection whose other end has lost its network looks open for minutes.
 */
@RestController
@Profile("!command")
@ConditionalOnWebApplication
class DeskEventsController {
    /** Three fit into the silence after which somebody has vanished. */
    static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private final Attendance attendance;
    private final CaseBook book;
    private final DeskSignals signals;
    private final ConversationStream conversations;
    private final PromiseAlarms alarms;

    DeskEventsController(Attendance attendance, CaseBook book, DeskSignals signals,
            ConversationStream conversations, PromiseAlarms alarms) {
        this.attendance = attendance;
        this.book = book;
        this.signals = signals;
        this.conversations = conversations;
        this.alarms = alarms;
    }

    /**
     * @param open the case on the page
     * @param after the latest event that the page shows
     */
    @GetMapping(path = "/api/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> events(StaffMember member,
            @RequestParam(name = "case") @Nullable String open,
            @RequestParam(defaultValue = "0") long after) {
        ConversationId conversation = open == null ? null : DeskPages.id(open);
        return DeskPages.later(() -> attendance.stream(member.id()))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
                .flatMap(who -> DeskPages.later(() -> streams(who, conversation, after)))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .map(streams -> ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM)
                        .header("Cache-Control", "no-store")
                        .header("X-Accel-Buffering", "no")
                        .body(Flux.merge(streams)
                                .takeWhile(Optional::isPresent)
                                .map(Optional::get)
                                .takeUntilOther(attendance.departures(member.id()))));
    }

    /** The answer to a {@code beat}. */
    @GetMapping("/api/desk/here")
    Mono<ResponseEntity<Void>> here(StaffMember member) {
        return DeskPages.later(() -> attendance.stream(member.id()))
                .map(who -> ResponseEntity.status(who.isPresent()
                        ? HttpStatus.NO_CONTENT
                        : HttpStatus.FORBIDDEN).build());
    }

    /** An empty one ends the whole. */
    private List<Flux<Optional<ServerSentEvent<String>>>> streams(Colleague who,
            @Nullable ConversationId conversation, long after) {
        List<Flux<Optional<ServerSentEvent<String>>>> streams = new ArrayList<>();
        // Each queue says at once that it is there. One of these is enough, and it comes last, when all are listened to.
        book.heard(who).forEach(
                queue -> streams.add(signals.of(queue).skip(1).map(changed -> event("queue", queue))));
        streams.add(alarms.of(who).map(queue -> event("promise", queue)));
        streams.add(Flux.just(event("queue", "")));
        if (conversation != null) {
            book.standing(who, conversation);
            streams.add(conversations.events(conversation, after)
                    .map(stored -> event("case", Long.toString(stored.id()))));
        }
        streams.add(Flux.interval(SIGN_OF_LIFE).onBackpressureDrop()
                .concatMap(tick -> DeskPages.later(() -> attendance.mayStay(who.account().id())
                        ? event("beat", Long.toString(tick))
                        : Optional.<ServerSentEvent<String>>empty()), 1));
        return streams;
    }

    private static Optional<ServerSentEvent<String>> event(String name, String data) {
        return Optional.of(ServerSentEvent.<String>builder().event(name).data(data).build());
    }
}
