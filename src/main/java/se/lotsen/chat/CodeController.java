package se.lotsen.chat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The code that a citizen reads out on the phone, in the chat API. */
@RestController
@Profile("!command")
@Tag(name = "conversations")
class CodeController {
    private final Questions questions;
    private final Codes codes;
    private final RateLimits limits;

    CodeController(Questions questions, Codes codes, RateLimits limits) {
        this.questions = questions;
        this.codes = codes;
        this.limits = limits;
    }

    record CodeBody(String code, Instant expiresAt) {
    }

    @Operation(summary = "A code for the contact centre: who is told it may read the conversation for an hour. It works once, for "
            + "ten minutes; each call makes a new one and ends the one before, so no Idempotency-Key is asked for")
    @PostMapping(path = "/api/conversations/{id}/code", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CodeBody>> show(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token,
            ServerHttpRequest request) {
        return Mono.fromRunnable(() -> limits.countAddress(request))
                .then(questions.open(id, token))
                .flatMap(codes::show)
                .map(code -> ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
                        .body(new CodeBody(code.code(), code.expiresAt())));
    }
}
