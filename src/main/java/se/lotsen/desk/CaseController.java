package se.lotsen.desk;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.handover.CasePacket;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.PendingReply;
import se.lotsen.desk.DeskPages.Said;
import se.lotsen.staff.StaffMember;

/** What is done with one case: a form each, and a redirect, or the page again with what was typed and why not. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/desk/cases/{id}")
class CaseController {
    private static final String DESK = "/desk";
    private final DeskPages pages;
    private final CaseWork work;
    private final CaseBook book;

    CaseController(DeskPages pages, CaseWork work, CaseBook book) {
        this.pages = pages;
        this.work = work;
        this.book = book;
    }

    /** One thing to do, by somebody, with what a form says. */
    @FunctionalInterface
    private interface Action {
        void by(Colleague who, DeskForm form);
    }

    @PostMapping("/claim")
    Mono<Rendering> claim(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, here(id),
                (who, form) -> work.claim(who, conversation, form.version()));
    }

    /** The second button of the same form only puts the draft after what was typed. */
    @PostMapping("/reply")
    Mono<Rendering> reply(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return exchange.getFormData().map(DeskForm::new).flatMap(form -> form.has("infoga")
                ? withDraft(member, conversation, form)
                : act(member, conversation, exchange, here(id) + "#svar", (who, same) -> {
                    String text = same.text("svar");
                    work.reply(who, conversation, same.key("reply", text), text, same.has("utkast"));
                }));
    }

    /** Puts the text back into the reply, before what was typed meanwhile. */
    @PostMapping("/undo")
    Mono<Rendering> takeBack(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return pages.here(member).flatMap(who -> exchange.getFormData().map(DeskForm::new)
                .flatMap(form -> DeskPages.later(() -> {
                    PendingReply back = work.takeBack(who, conversation, form.text("angra"));
                    String typed = form.text("svar");
                    String text = back.message().text().value();
                    return new Said("", "", typed.isBlank() ? text : text + "\n\n" + typed, "",
                            form.has("utkast") || !back.message().sources().isEmpty());
                }).onErrorResume(DeskRefusal.class, refusal -> Mono.just(Said.refused(refusal, form))))
                .flatMap(said -> pages.one(member, who, conversation, said)))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/approve")
    Mono<Rendering> approve(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, DESK, (who, form) -> {
            String mark = form.text("godkant");
            work.approve(who, conversation, form.key("approve", mark), mark);
        });
    }

    @PostMapping("/note")
    Mono<Rendering> note(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, here(id), (who, form) -> {
            String text = form.text("anteckning");
            work.note(who, conversation, form.key("note", text), text);
        });
    }

    @PostMapping("/transfer")
    Mono<Rendering> transfer(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, DESK, (who, form) -> {
            String to = form.text("till");
            work.transfer(who, conversation, form.key("transfer", to), to);
        });
    }

    @PostMapping("/queue")
    Mono<Rendering> requeue(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, DESK, (who, form) -> {
            String queue = form.text("queue");
            work.requeue(who, conversation, form.key("queue", queue), queue, form.has("fler"));
        });
    }

    @PostMapping("/return")
    Mono<Rendering> giveBack(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, DESK,
                (who, form) -> work.giveBack(who, conversation, form.key("return", "")));
    }

    @PostMapping("/close")
    Mono<Rendering> close(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, here(id), (who, form) -> {
            String wrapUp = form.text("slut");
            String reason = form.text("orsak");
            work.close(who, conversation, form.key("close", wrapUp + "\n" + reason), wrapUp, reason);
        });
    }

    @PostMapping("/take-up")
    Mono<Rendering> takeUp(StaffMember member, @PathVariable String id, ServerWebExchange exchange) {
        ConversationId conversation = DeskPages.id(id);
        return act(member, conversation, exchange, here(id),
                (who, form) -> work.takeUp(who, conversation, form.key("take-up", "")));
    }

    private Mono<Rendering> act(StaffMember member, ConversationId conversation, ServerWebExchange exchange,
            String next, Action action) {
        return pages.here(member).flatMap(who -> exchange.getFormData().map(DeskForm::new)
                .flatMap(form -> DeskPages.later(() -> {
                    action.by(who, form);
                    return DeskController.to(next);
                }).onErrorResume(DeskRefusal.class,
                        refusal -> pages.one(member, who, conversation, Said.refused(refusal, form)))))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Mono<Rendering> withDraft(StaffMember member, ConversationId conversation, DeskForm form) {
        return pages.here(member).flatMap(who -> DeskPages.later(() -> {
            book.standing(who, conversation);
            CasePacket.Draft draft = book.packet(conversation).draft();
            String typed = form.text("svar");
            return draft == null
                    ? new Said("", "", typed, "", form.has("utkast"))
                    : new Said("", "", typed.isBlank() ? draft.text() : typed.strip() + "\n\n" + draft.text(),
                            "", true);
        }).flatMap(said -> pages.one(member, who, conversation, said)))
                .onErrorMap(NoSuchCase.class, e -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String here(String id) {
        return "/desk/cases/" + id;
    }
}
