package se.lotsen.desk;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.conversation.ConversationId;
import se.lotsen.desk.DeskPages.Said;
import se.lotsen.staff.StaffMember;

/** Warnings and threats: a form each, and the case again, or the page with why not. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
class ConductController {
    private final DeskPages pages;
    private final Conduct conduct;

    ConductController(DeskPages pages, Conduct conduct) {
        this.pages = pages;
        this.conduct = conduct;
    }

    /** One thing to do, by somebody, with what a form says. */
    @FunctionalInterface
    private interface Action {
        void by(Colleague who, ConversationId conversation, DeskForm form);
    }

    @PostMapping("/desk/cases/{id}/warn")
    Mono<Rendering> warn(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        return act(member, id, exchange, "/desk/cases/" + id,
                (who, conversation, form) -> conduct.warn(who, conversation, form.key("warn", "")));
    }

    @PostMapping("/desk/cases/{id}/end-after-warning")
    Mono<Rendering> end(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        return act(member, id, exchange, "/desk",
                (who, conversation, form) -> conduct.end(who, conversation, form.key("end", "")));
    }

    @PostMapping("/desk/cases/{id}/threat")
    Mono<Rendering> threat(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        return act(member, id, exchange, "/desk/cases/" + id,
                (who, conversation, form) -> conduct.markThreat(who, conversation, form.key("threat", "")));
    }

    @PostMapping("/desk/cases/{id}/threat/seen")
    Mono<Rendering> seen(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        return act(member, id, exchange, "/desk/cases/" + id,
                (who, conversation, form) -> conduct.see(who, conversation));
    }

    @PostMapping("/desk/cases/{id}/threat/release")
    Mono<Rendering> release(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        return act(member, id, exchange, "/desk/cases/" + id,
                (who, conversation, form) -> conduct.release(who, conversation));
    }

    /** The alerts alone, for the script. */
    @GetMapping("/desk/alerts")
    Mono<Rendering> alerts(StaffMember member) {
        return pages.following(member).flatMap(pages::alerts);
    }

    private Mono<Rendering> act(StaffMember member, String id, ServerWebExchange exchange, String next,
            Action action) {
        ConversationId conversation = DeskPages.id(id);
        return pages.here(member).flatMap(who -> exchange.getFormData().map(DeskForm::new)
                .flatMap(form -> DeskPages.later(() -> {
                    action.by(who, conversation, form);
                    return DeskController.to(next);
                }).onErrorResume(DeskRefusal.class,
                        refusal -> pages.one(member, who, conversation, Said.refused(refusal, form)))))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
