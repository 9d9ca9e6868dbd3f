package se.lotsen.chat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.conversation.Author;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.TypingSignals;

/** The citizen says that they are writing to a person. Nothing of it is kept, and no word of it is ever sent. */
@RestController
@Profile("!command")
@Tag(name = "conversations")
class TypingController {
    private static final Set<ConversationState> HEARD = EnumSet.of(ConversationState.WAITING,
            ConversationState.WITH_AGENT);
    private final Questions questions;
    private final HandoverStore cases;
    private final TypingSignals typing;
    private final RateLimits limits;

    TypingController(Questions questions, HandoverStore cases, TypingSignals typing, RateLimits limits) {
        this.questions = questions;
        this.cases = cases;
        this.typing = typing;
        this.limits = limits;
    }

    @Operation(summary = "The citizen is writing: the agent sees that for some seconds; without effect while nobody has "
            + "the case. Has no body; at most every few seconds")
    @PostMapping("/api/conversations/{id}/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> typing(@PathVariable String id,
            @RequestHeader(name = ConversationController.TOKEN, required = false) @Nullable String token) {
        return Mono.fromRunnable(() -> limits.countTyping(id))
                .then(questions.open(id, token))
                .flatMap(conversation -> Mono.<Void>fromRunnable(() -> pass(conversation.id()))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    private void pass(ConversationId conversation) {
        if (HEARD.contains(cases.standing(conversation).state())) {
            typing.typing(conversation, Author.CITIZEN);
        }
    }
}
