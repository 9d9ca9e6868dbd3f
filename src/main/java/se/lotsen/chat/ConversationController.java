package se.lotsen.chat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.ConversationStream;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.StartedConversation;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.conversation.TypingSignals;
import tools.jackson.databind.json.JsonMapper;

/** The chat API of the outside contract. It translates between HTTP and the record, and decides nothing. */
@RestController
@Profile("!command")
@RequestMapping("/api/conversations")
@Tag(name = "conversations", description = "A refusal is a problem detail (RFC 9457). Its title, and details in words, are Swedish, "
        + "or in the first language of Accept-Language that is one of sv, sv-x-lattlast, en, fi, ar, so; Content-Language says which")
class ConversationController {
    static final String TOKEN = "X-Conversation-Token";
    static final String KEY = "Idempotency-Key";
    /** Passing, as a place in a queue is. */
    private static final ServerSentEvent<String> TYPING = ServerSentEvent.<String>builder().event("typing")
            .data("{\"author\":\"agent\"}").build();

    private final ConversationStore store;
    private final ConversationStream stream;
    private final Questions questions;
    private final Listeners listeners;
    private final RateLimits limits;
    private final ChatProperties properties;
    private final QueueUpdates updates;
    private final GivenToCitizens given;
    private final TypingSignals typing;
    private final ShownEvents shown;
    private final JsonMapper json = JsonMapper.builder().build();

    ConversationController(ConversationStore store, ConversationStream stream, Questions questions,
            Listeners listeners, RateLimits limits, ChatProperties properties, QueueUpdates updates,
            GivenToCitizens given, TypingSignals typing, ShownEvents shown) {
        this.store = store;
        this.stream = stream;
        this.questions = questions;
        this.listeners = listeners;
        this.limits = limits;
        this.properties = properties;
        this.updates = updates;
        this.given = given;
        this.typing = typing;
        this.shown = shown;
    }

    record Started(UUID id, String token) {
    }

    record QuestionBody(@JsonAlias("text") @Nullable String question) {
    }

    record FeedbackBody(@Nullable Boolean helpful, @Nullable String comment) {
    }

    record Feedback(int answer, boolean helpful) {
    }

    record Transcript(UUID id, Instant startedAt, List<Entry> events) {
    }

    record Entry(long id, String type, Instant at, @JsonRawValue String data) {
    }

    @Operation(summary = "Begin a conversation; a repeat under the same Idempotency-Key gives the same one")
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<Started>> start(@RequestHeader(name = KEY, required = false) @Nullable String key,
            ServerHttpRequest request) {
        return Mono.fromCallable(() -> {
            IdempotencyKey parsed = key(key);
            limits.countAddress(request);
            StartedConversation started = store.start(parsed);
            return ResponseEntity.created(URI.create("/api/conversations/" + started.id()))
                    .body(new Started(started.id().value(), started.token()));
        }).subscribeOn(Schedulers.boundedElastic());
    }

    @Operation(summary = "Ask; streams the question's stored events and ends with `completed`")
    @PostMapping(path = "/{id}/questions", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> ask(@PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody QuestionBody body,
            ServerHttpRequest request) {
        return Mono.fromCallable(() -> key(key))
                .doOnNext(parsed -> limits.countAddress(request))
                .flatMap(parsed -> questions.open(id, token)
                        .flatMap(conversation -> questions.ask(conversation, parsed, body.question())))
                .map(asked -> stream(asked.event().conversation(), questions.answer(asked)));
    }

    @Operation(summary = "The conversation's stored events after Last-Event-ID, then new ones as they come; "
            + "while waiting also `queue` without an id, and `typing` without an id while an agent writes; "
            + "`resume` without an id is the last when the service stops: go on after the last id")
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> events(@PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return questions.open(id, token)
                .map(conversation -> response(listeners.counted(conversation.id(),
                        followed(conversation.id(), cursor(lastEventId)))));
    }

    private Flux<ServerSentEvent<String>> followed(ConversationId conversation, long after) {
        return stream.events(conversation, after).publish(shared -> Flux.merge(
                shared.map(this::frame),
                updates.of(conversation, shared).map(this::frame),
                Flux.merge(typing.of(conversation, Author.AGENT).map(author -> TYPING), comments())
                        .takeUntilOther(shared.ignoreElements()),
                given.with(conversation, after, shared)), ConnectionThread.FEW);
    }

    @Operation(summary = "The transcript")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Transcript> transcript(@PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return questions.open(id, token).flatMap(conversation -> Mono
                .fromCallable(() -> new Transcript(conversation.id().value(), conversation.startedAt(),
                        questions.read(conversation.id()).stream()
                                .map(event -> new Entry(event.id(), event.event().type(), event.at(),
                                        shown.data(event.event())))
                                .toList()))
                .subscribeOn(Schedulers.boundedElastic()));
    }

    @Operation(summary = "Say whether an answer helped; can be changed")
    @PostMapping(path = "/{id}/answers/{number}/feedback", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.OK)
    Mono<Feedback> feedback(@PathVariable String id, @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody FeedbackBody body,
            ServerHttpRequest request) {
        return Mono.fromCallable(() -> key(key))
                .doOnNext(parsed -> limits.countAddress(request))
                .flatMap(parsed -> questions.open(id, token).flatMap(conversation -> {
                    Boolean helpful = body.helpful();
                    if (helpful == null) {
                        return Mono.error(new ChatProblem(Type.REQUEST_INVALID));
                    }
                    int answer = number(number);
                    return questions.rate(conversation, parsed, answer, helpful, body.comment())
                            .thenReturn(new Feedback(answer, helpful));
                }));
    }

    @Operation(summary = "Stop waiting for a model's words: the answer under way is finished at once without them")
    @PostMapping(path = "/{id}/answers/{number}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> stop(@PathVariable String id, @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = KEY, required = false) @Nullable String key, ServerHttpRequest request) {
        return Mono.fromCallable(() -> key(key))
                .doOnNext(parsed -> limits.countAddress(request))
                .flatMap(parsed -> questions.open(id, token))
                .flatMap(conversation -> questions.stop(conversation, number(number)));
    }

    private ResponseEntity<Flux<ServerSentEvent<String>>> stream(ConversationId conversation,
            Flux<StoredEvent> events) {
        return response(listeners.counted(conversation, events).map(this::frame).publish(shared -> Flux
                .merge(shared, comments().takeUntilOther(shared.ignoreElements())), ConnectionThread.FEW));
    }

    private ServerSentEvent<String> frame(StoredEvent event) {
        return ServerSentEvent.<String>builder()
                .id(Long.toString(event.id()))
                .event(event.event().type())
                .data(shown.data(event.event()))
                .build();
    }

    /** Passing: without an id, so that nobody resumes after it. */
    private ServerSentEvent<String> frame(QueueUpdates.Update update) {
        return ServerSentEvent.<String>builder().event("queue").data(json.writeValueAsString(update)).build();
    }

    private static ResponseEntity<Flux<ServerSentEvent<String>>> response(
            Flux<ServerSentEvent<String>> sent) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(sent);
    }

    /**
     * A comment now and then; a proxy would cut a silent stream. The first comes at once: the head of an answer is not sent before
     * its first part, and whoever listens must know that the line stands.
     */
    private Flux<ServerSentEvent<String>> comments() {
        return Flux.interval(Duration.ZERO, properties.keepAlive())
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<String>builder().comment("").build());
    }

    static IdempotencyKey key(@Nullable String header) {
        return (header == null ? java.util.Optional.<IdempotencyKey>empty() : IdempotencyKey.parse(header))
                .orElseThrow(() -> new ChatProblem(Type.IDEMPOTENCY_KEY_MISSING));
    }

    private static long cursor(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        if (!lastEventId.strip().matches("\\d{1,18}")) {
            throw new ChatProblem(Type.LAST_EVENT_ID_INVALID);
        }
        return Long.parseLong(lastEventId.strip());
    }

    static int number(String number) {
        if (!number.matches("\\d{1,9}")) {
            throw new ChatProblem(Type.ANSWER_NOT_FOUND);
        }
        return Integer.parseInt(number);
    }
}
