package se.lotsen.chat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How satisfied a citizen is, in the chat API. */
@RestController
@Profile("!command")
@Tag(name = "conversations")
class SatisfactionApiController {
    private final Questions questions;
    private final Scores scores;
    private final RateLimits limits;

    SatisfactionApiController(Questions questions, Scores scores, RateLimits limits) {
        this.questions = questions;
        this.scores = scores;
        this.limits = limits;
    }

    record Body(@Nullable String after, @Nullable Integer score, @Nullable String comment) {
    }

    record Said(@Nullable String after, @Nullable Integer score) {
    }

    @Operation(summary = "Say how satisfied one is, 1 to 5, after the `assistant` or after an `agent`; can be changed. "
            + "409 `nothing-to-score` when there was none")
    @PostMapping(path = "/api/conversations/{id}/satisfaction", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Said> say(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = ConversationController.KEY, required = false) @Nullable String key,
            @RequestBody Body body, ServerHttpRequest request) {
        return Mono.fromCallable(() -> ConversationController.key(key))
                .doOnNext(parsed -> limits.countAddress(request))
                .flatMap(parsed -> questions.open(id, token).flatMap(conversation -> scores
                        .say(conversation, parsed, body.after(), body.score(), body.comment())
                        .thenReturn(new Said(body.after(), body.score()))));
    }
}
