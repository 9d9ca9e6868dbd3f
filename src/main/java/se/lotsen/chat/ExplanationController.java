package se.lotsen.chat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;

/** Why an answer is what it is, for the municipality's staff alone. */
@RestController
@Profile("!command")
@Tag(name = "staff")
class ExplanationController {
    private final ConversationStore store;
    private final StaffToken staff;

    ExplanationController(ConversationStore store, StaffToken staff) {
        this.store = store;
        this.staff = staff;
    }

    @Operation(summary = "Why an answer is what it is: rule, context, features, thresholds, passages, what the checks did")
    @GetMapping(path = "/api/conversations/{id}/answers/{number}/explanation", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> explanation(@PathVariable String id, @PathVariable String number,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (!staff.admits(authorization)) {
            return Mono.error(new ChatProblem(Type.STAFF_ONLY));
        }
        return Mono
                .fromCallable(
                        () -> store.explanationOf(conversation(id), ConversationController.number(number))
                                .map(explanation -> ResponseEntity.ok().cacheControl(CacheControl.noStore())
                                        .body(explanation.document()))
                                .orElseThrow(() -> new ChatProblem(Type.ANSWER_NOT_FOUND)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static ConversationId conversation(String id) {
        try {
            return new ConversationId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new ChatProblem(Type.CONVERSATION_NOT_FOUND);
        }
    }
}
