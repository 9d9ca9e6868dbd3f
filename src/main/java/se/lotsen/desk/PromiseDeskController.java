package se.lotsen.desk;

import java.util.UUID;
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
import se.lotsen.delivery.Promise;
import se.lotsen.desk.DeskPages.Said;
import se.lotsen.staff.StaffMember;

/** The desk's page of promises, and what is done with one, from there or from the case. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/desk/loften")
class PromiseDeskController {
    private static final String FROM_CASE = "arende";
    private final DeskPages pages;
    private final PromiseBook promises;
    private final CaseWork work;

    PromiseDeskController(DeskPages pages, PromiseBook promises, CaseWork work) {
        this.pages = pages;
        this.promises = promises;
        this.work = work;
    }

    /** What a form about one promise wants. */
    @FunctionalInterface
    private interface Action {
        Mono<Rendering> by(Colleague who, DeskForm form);
    }

    @GetMapping
    Mono<Rendering> all(StaffMember member) {
        return pages.here(member)
                .flatMap(who -> pages.promises(member, who, PromiseBook.Opened.NOTHING));
    }

    /** The list alone, for the script. */
    @GetMapping("/list")
    Mono<Rendering> list(StaffMember member) {
        return pages.following(member).flatMap(who -> pages.promises(null, who, PromiseBook.Opened.NOTHING));
    }

    /** Not a redirect: what is shown is in no address and in no history, and a reload asks again and is written down again. */
    @PostMapping("/{id}/contact")
    Mono<Rendering> contact(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        UUID promise = DeskPages.id(id).value();
        return act(member, exchange, (who, form) -> DeskPages.later(() -> promises.contact(who, promise))
                .flatMap(opened -> form.has(FROM_CASE)
                        ? DeskPages.later(() -> promises.promise(who, promise).conversation())
                                .flatMap(one -> pages.one(member, who, one, Said.NOTHING, opened))
                        : pages.promises(member, who, opened)));
    }

    @PostMapping("/{id}/keep")
    Mono<Rendering> keep(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        UUID promise = DeskPages.id(id).value();
        return act(member, exchange, (who, form) -> DeskPages.later(() -> promises.keep(who, promise))
                .map(kept -> DeskController.to(
                        form.has(FROM_CASE) ? page(kept.conversation()) : "/desk/loften")));
    }

    /** The agent takes the case, to write to the citizen; a refusal is told on the case's page. */
    @PostMapping("/{id}/follow-up")
    Mono<Rendering> followUp(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        UUID promise = DeskPages.id(id).value();
        return act(member, exchange, (who, form) -> DeskPages.later(() -> promises.promise(who, promise))
                .flatMap(found -> DeskPages.later(() -> {
                    followUp(who, found, form);
                    return DeskController.to(page(found.conversation()));
                }).onErrorResume(DeskRefusal.class, refusal -> pages.one(member, who, found.conversation(),
                        Said.refused(refusal, form)))));
    }

    private void followUp(Colleague who, Promise promise, DeskForm form) {
        if (promise.keptAt() != null) {
            throw new DeskRefusal(DeskRefusal.Reason.MOVED);
        }
        work.followUp(who, promise.conversation(), form.key("follow-up", promise.id().toString()),
                promise.queue());
    }

    private Mono<Rendering> act(StaffMember member, ServerWebExchange exchange, Action action) {
        return pages.here(member)
                .flatMap(who -> exchange.getFormData().map(DeskForm::new)
                        .flatMap(form -> action.by(who, form)))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .onErrorMap(DeskRefusal.class, e -> new ResponseStatusException(e.reason().status()));
    }

    private static String page(ConversationId conversation) {
        return "/desk/cases/" + conversation;
    }
}
