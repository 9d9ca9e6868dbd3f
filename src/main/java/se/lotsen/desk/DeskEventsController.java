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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import se.lotsen.conduct.ThreatAlerts;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStream;
import se.lotsen.conversation.DeskSignals;
import se.lotsen.conversation.TypingSignals;
import se.lotsen.staff.StaffMember;

/**
 * Tells a desk what to read anew: {@code queue} for the lists, {@code case} for the open case, whose {@code typing} says that
 * the citizen is writing, {@code promise} when one is at risk, {@code alert} for a supervisor's threats. It carries no content, so
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
    private final CaseWork work;
    private final DeskSignals signals;
    private final ConversationStream conversations;
    private final Onlookers onlookers;
    private final TypingSignals typing;
    private final PromiseAlarms alarms;

    DeskEventsController(Attendance attendance, CaseBook book, CaseWork work, DeskSignals signals,
            ConversationStream conversations, Onlookers onlookers, TypingSignals typing,
            PromiseAlarms alarms) {
        this.attendance = attendance;
        this.book = book;
        this.work = work;
        this.signals = signals;
        this.conversations = conversations;
        this.onlookers = onlookers;
        this.typing = typing;
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

    /**
     * The answer to a {@code beat}.
     *
     * @param open the case on the page
     */
    @GetMapping("/api/desk/here")
    Mono<ResponseEntity<Void>> here(StaffMember member,
            @RequestParam(name = "case") @Nullable String open) {
        ConversationId conversation = open == null ? null : DeskPages.id(open);
        return DeskPages.later(() -> {
            Optional<Colleague> there = attendance.stream(member.id());
            if (conversation != null && there.isPresent()) {
                book.watches(there.get(), conversation);
            }
            return answer(there);
        }).onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The agent is writing; without a word of it. */
    @PostMapping("/api/desk/typing")
    Mono<ResponseEntity<Void>> typing(StaffMember member, @RequestParam(name = "case") String open) {
        ConversationId conversation = DeskPages.id(open);
        return DeskPages.later(() -> {
            Optional<Colleague> there = attendance.stream(member.id());
            there.ifPresent(who -> work.typing(who, conversation));
            return answer(there);
        }).onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<Void> answer(Optional<Colleague> there) {
        return ResponseEntity.status(there.isPresent() ? HttpStatus.NO_CONTENT : HttpStatus.FORBIDDEN)
                .build();
    }

    /** An empty one ends the whole. */
    private List<Flux<Optional<ServerSentEvent<String>>>> streams(Colleague who,
            @Nullable ConversationId conversation, long after) {
        List<Flux<Optional<ServerSentEvent<String>>>> streams = new ArrayList<>();
        // Each queue says at once that it is there. One of these is enough, and it comes last, when all are listened to.
        book.heard(who).forEach(queue -> streams.add(signals.of(queue).skip(1)
                .filter(changed -> !book.isHidden(who, queue)).map(changed -> event("queue", queue))));
        if (Conduct.leads(who)) {
            streams.add(signals.of(ThreatAlerts.SIGNAL).skip(1).map(raised -> event("alert", "")));
        }
        streams.add(alarms.of(who).map(queue -> event("promise", queue)));
        streams.add(Flux.just(event("queue", "")));
        if (conversation != null) {
            book.watches(who, conversation);
            streams.add(conversations.events(conversation, after)
                    .concatMap(stored -> DeskPages.later(() -> book.isOpenTo(who, conversation)
                            ? event("case", Long.toString(stored.id()))
                            : Optional.<ServerSentEvent<String>>empty()), 1)
                    .takeWhile(Optional::isPresent));
            streams.add(onlookers.changes(conversation).onBackpressureLatest()
                    .map(changed -> event("case", "")));
            streams.add(typing.of(conversation, Author.CITIZEN).map(author -> event("typing", "")));
        }
        streams.add(Flux.interval(SIGN_OF_LIFE).onBackpressureDrop()
                .concatMap(tick -> DeskPages.later(() -> attendance.mayStay(who)
                        ? event("beat", Long.toString(tick))
                        : Optional.<ServerSentEvent<String>>empty()), 1));
        return streams;
    }

    private static Optional<ServerSentEvent<String>> event(String name, String data) {
        return Optional.of(ServerSentEvent.<String>builder().event(name).data(data).build());
    }
}
