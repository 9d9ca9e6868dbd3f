package se.lotsen.chat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.chat.PersonRequests.Place;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.StoredEvent;

/** The citizen's way to a person in the chat API. It translates between HTTP and the record, and decides nothing. */
@RestController
@Profile("!command")
@RequestMapping("/api/conversations/{id}")
@Tag(name = "conversations")
class HandoverController {
    private final Questions questions;
    private final PersonRequests persons;
    private final RateLimits limits;
    private final ShownEvents shown;

    HandoverController(Questions questions, PersonRequests persons, RateLimits limits, ShownEvents shown) {
        this.questions = questions;
        this.persons = persons;
        this.limits = limits;
        this.shown = shown;
    }

    record HandoverBody(@Nullable String queue, @Nullable String wish, @Nullable Boolean consent) {
    }

    record MessageBody(@Nullable String text) {
    }

    record Entry(long id, String type, Instant at, @JsonRawValue String data) {
    }

    @Operation(summary = "Ask for a person; 409 `nobody-on-duty` with hours, phone and e-mail when nobody will come. "
            + "What was asked and tried is passed on; `consent: false` is refused")
    @PostMapping(path = "/handover", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Place> request(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = ConversationController.KEY, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable HandoverBody body, ServerHttpRequest request) {
        return counted(key, request).flatMap(parsed -> questions.open(id, token).flatMap(conversation -> {
            if (body == null) {
                return persons.request(conversation, parsed, null, null);
            }
            return Boolean.FALSE.equals(body.consent())
                    ? Mono.error(new ChatProblem(Type.REQUEST_INVALID))
                    : persons.request(conversation, parsed, body.queue(), body.wish());
        }));
    }

    @Operation(summary = "Leave the queue; the questions are kept and the assistant answers again")
    @DeleteMapping(path = "/handover", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Place> leave(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = ConversationController.KEY, required = false) @Nullable String key,
            ServerHttpRequest request) {
        return counted(key == null ? UUID.randomUUID().toString() : key, request)
                .flatMap(parsed -> questions.open(id, token)
                        .flatMap(conversation -> persons.leaveQueue(conversation, parsed)));
    }

    @Operation(summary = "Write to the person who has the case or is awaited; an ended case is opened again")
    @PostMapping(path = "/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Entry> write(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = ConversationController.KEY, required = false) @Nullable String key,
            @RequestBody MessageBody body, ServerHttpRequest request) {
        return counted(key, request)
                .flatMap(parsed -> questions.open(id, token)
                        .flatMap(conversation -> persons.write(conversation, parsed, body.text())))
                .map(this::entry);
    }

    @Operation(summary = "Delete the conversation, or give it up until its time is over, as the municipality has decided; refused while a person "
            + "has it or is awaited (`person-involved`), and where nothing may be deleted (`deletion-off`)")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token,
            ServerHttpRequest request) {
        return Mono.fromRunnable(() -> limits.countAddress(request))
                .then(questions.open(id, token)).flatMap(persons::delete);
    }

    private Mono<IdempotencyKey> counted(@Nullable String key, ServerHttpRequest request) {
        return Mono.fromCallable(() -> ConversationController.key(key))
                .doOnNext(parsed -> limits.countAddress(request));
    }

    private Entry entry(StoredEvent event) {
        return new Entry(event.id(), event.event().type(), event.at(), shown.data(event.event()));
    }
}
