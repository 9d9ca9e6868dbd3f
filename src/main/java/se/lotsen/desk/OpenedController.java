package se.lotsen.desk;

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
import se.lotsen.conversation.ConversationId;
import se.lotsen.desk.DeskPages.Said;
import se.lotsen.staff.StaffMember;

/** A citizen on the phone reads out a code, and the agent reads the conversation: plain forms, each with a redirect. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/desk/kod")
class OpenedController {
    private static final String CODES = "/desk/kod";
    private final DeskPages pages;
    private final CodeWork work;

    OpenedController(DeskPages pages, CodeWork work) {
        this.pages = pages;
        this.work = work;
    }

    @GetMapping
    Mono<Rendering> fresh(StaffMember member) {
        return pages.here(member).flatMap(who -> page(member, who, null, Said.NOTHING));
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(StaffMember member, @PathVariable String id) {
        ConversationId conversation = DeskPages.id(id);
        return pages.here(member).flatMap(who -> page(member, who, conversation, Said.NOTHING));
    }

    /** What was typed does not come back: a code that is shown again can be read by somebody else. */
    @PostMapping
    Mono<Rendering> open(StaffMember member, ServerWebExchange exchange) {
        return act(member, null, exchange, (who, form) -> CODES + "/" + work.open(who, form.text("kod")));
    }

    @PostMapping("/{id}/note")
    Mono<Rendering> note(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, (who, form) -> {
            String text = form.text("anteckning");
            work.note(who, conversation, form.key("note", text), text);
            return CODES + "/" + id;
        });
    }

    /** One thing to do; it says where to go then. */
    @FunctionalInterface
    private interface Action {
        String by(Colleague who, DeskForm form);
    }

    private Mono<Rendering> act(StaffMember member, @Nullable ConversationId conversation,
            ServerWebExchange exchange, Action action) {
        return pages.here(member).flatMap(who -> exchange.getFormData().map(DeskForm::new)
                .flatMap(form -> DeskPages.later(() -> DeskController.to(action.by(who, form)))
                        .onErrorResume(DeskRefusal.class, refusal -> page(member, who, conversation,
                                Said.refused(refusal, form)))))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Mono<Rendering> page(StaffMember member, Colleague who, @Nullable ConversationId conversation,
            Said said) {
        return DeskPages.later(() -> {
            Rendering.Builder<?> page = pages.page("desk/kod", member, who, said)
                    .modelAttribute("readable", work.readable(who))
                    .status(said.status());
            return (conversation == null ? page : page.modelAttribute("opened", work.view(who, conversation)))
                    .build();
        }).onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
