package se.lotsen.chat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import se.lotsen.chat.CitizenPromises.Overview;
import se.lotsen.chat.CitizenPromises.Promised;
import se.lotsen.chat.CitizenPromises.Wanted;

/** Promises in the chat API. It translates between HTTP and the room that keeps them, and decides nothing. */
@RestController
@Profile("!command")
@RequestMapping("/api/conversations/{id}/promises")
@Tag(name = "conversations")
class PromiseController {
    private final Questions questions;
    private final CitizenPromises promises;
    private final RateLimits limits;

    PromiseController(Questions questions, CitizenPromises promises, RateLimits limits) {
        this.questions = questions;
        this.promises = promises;
        this.limits = limits;
    }

    @Operation(summary = "What was promised to the citizen, and what can be promised now: an answer here, an e-mail, "
            + "a call. Nothing is offered while a person has the conversation or is awaited")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Overview> overview(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token) {
        return questions.open(id, token).flatMap(promises::overview);
    }

    @Operation(summary = "Have one of the offers promised; `kind` and `due` are the offer's. 409 `slot-gone` with the "
            + "offers that are left, 422 `contact-refused` with what is wrong, 409 `person-at-hand`")
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Promised> promise(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = ConversationController.KEY, required = false) @Nullable String key,
            @RequestBody Wanted wanted, ServerHttpRequest request) {
        return Mono.fromCallable(() -> ConversationController.key(key))
                .doOnNext(parsed -> limits.countAddress(request))
                .flatMap(parsed -> questions.open(id, token)
                        .flatMap(conversation -> promises.promise(conversation, parsed, wanted)));
    }
}
