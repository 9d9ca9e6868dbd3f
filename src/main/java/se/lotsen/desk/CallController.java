package se.lotsen.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.asking.Intake;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationId;
import se.lotsen.desk.DeskPages.Said;
import se.lotsen.staff.StaffMember;

/** An agent with a caller on the phone asks the assistant and reads the answer aloud: plain forms, each with a redirect. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/desk/telefon")
class CallController {
    private static final String CALLS = "/desk/telefon";
    /** An answer that takes longer is fetched with a link. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final DeskPages pages;
    private final CallWork work;
    private final Intake intake;

    CallController(DeskPages pages, CallWork work, Intake intake) {
        this.pages = pages;
        this.work = work;
        this.intake = intake;
    }

    @GetMapping
    Mono<Rendering> fresh(StaffMember member) {
        return pages.here(member).flatMap(who -> page(member, who, null, Said.NOTHING));
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(StaffMember member, @PathVariable String id) {
        ConversationId call = DeskPages.id(id);
        return pages.here(member).flatMap(who -> page(member, who, call, Said.NOTHING));
    }

    @PostMapping
    Mono<Rendering> begin(StaffMember member, ServerWebExchange exchange) {
        return act(member, null, exchange, (who, form) -> {
            String typed = form.text("fraga");
            return answered(work.begin(who, form.key("call", typed), form.key("question", typed), typed));
        });
    }

    @PostMapping("/{id}/fraga")
    Mono<Rendering> ask(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId call = DeskPages.id(id);
        return act(member, call, exchange, (who, form) -> {
            String typed = form.text("fraga");
            return answered(work.ask(who, call, form.key("question", typed), typed));
        });
    }

    @PostMapping("/{id}/avsluta")
    Mono<Rendering> end(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId call = DeskPages.id(id);
        return act(member, call, exchange, (who, form) -> {
            String wrapUp = form.text("slut");
            String reason = form.text("orsak");
            work.end(who, call, form.key("end", wrapUp + "\n" + reason), wrapUp, reason);
            return Mono.just(CALLS);
        });
    }

    /** One thing to do; it says where to go then. */
    @FunctionalInterface
    private interface Action {
        Mono<String> by(Colleague who, DeskForm form);
    }

    private Mono<Rendering> act(StaffMember member, @Nullable ConversationId call, ServerWebExchange exchange,
            Action action) {
        return pages.here(member).flatMap(who -> exchange.getFormData().map(DeskForm::new)
                .flatMap(form -> DeskPages.later(() -> action.by(who, form)).flatMap(next -> next)
                        .map(DeskController::to)
                        .onErrorResume(DeskRefusal.class, refusal -> page(member, who, call,
                                new Said(refusal.reason().name(), refusal.name(), form.text("fraga"), "",
                                        false)))))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Waits for the whole answer, for a while. */
    private Mono<String> answered(AskedQuestion asked) {
        return intake.answer(asked).then().timeout(PATIENCE, Mono.empty())
                .thenReturn(CALLS + "/" + asked.event().conversation() + "#svar-" + asked.answer());
    }

    private Mono<Rendering> page(StaffMember member, Colleague who, @Nullable ConversationId call,
            Said said) {
        return DeskPages.later(() -> {
            Rendering.Builder<?> page = pages.page("desk/telefon", member, who, said)
                    .modelAttribute("calls", work.goingOn(who))
                    .status(said.status());
            return (call == null ? page : page.modelAttribute("call", work.open(who, call))).build();
        }).onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
