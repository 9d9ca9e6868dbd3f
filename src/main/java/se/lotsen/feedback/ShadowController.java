package se.lotsen.feedback;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.staff.StaffMember;

/** Answers in shadow and their grades, for editors. The staff's entrance lets nobody else in. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping(ShadowController.PATH)
class ShadowController {
    static final String PATH = "/editor/betyg/skugga";
    private final ShadowAnswers shadow;
    private final Clock clock;

    ShadowController(ShadowAnswers shadow, Clock clock) {
        this.shadow = shadow;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> list(StaffMember member) {
        return Mono.fromCallable(() -> Rendering.view("feedback/shadow")
                .modelAttribute("member", member)
                .modelAttribute("answers", shadow.latest(member.id().toString()))
                .modelAttribute("shown", ShadowAnswers.SHOWN)
                .modelAttribute("marks", Mark.values())
                .modelAttribute("zone", clock.getZone())
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .subscribeOn(Schedulers.boundedElastic());
    }

    @PostMapping
    Mono<Rendering> grade(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> Mono.fromCallable(() -> {
            ConversationId conversation = conversation(text(form, "samtal"));
            String number = text(form, "svar");
            Mark mark = Mark.of(text(form, "betyg")).orElseThrow(ShadowController::bad);
            int answer = number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
            // Each press is a press of its own: who gives a grade again after another one means it.
            IdempotencyKey key = new IdempotencyKey(UUID.randomUUID());
            if (!shadow.grade(conversation, key, answer,
                    new Agent(member.id().toString(), member.displayName()),
                    mark)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return Rendering.redirectTo(PATH).status(HttpStatus.SEE_OTHER).build();
        }).subscribeOn(Schedulers.boundedElastic()));
    }

    private static ConversationId conversation(String id) {
        try {
            return new ConversationId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    private static ResponseStatusException bad() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(field)).orElse("").strip();
    }
}
