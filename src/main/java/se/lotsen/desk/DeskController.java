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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.conversation.ConversationId;
import se.lotsen.desk.DeskPages.Said;
import se.lotsen.staff.StaffMember;

/** The desk's pages: who waits, one's own cases, one case; and pauses. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/desk")
class DeskController {
    private final DeskPages pages;
    private final CaseWork work;

    DeskController(DeskPages pages, CaseWork work) {
        this.pages = pages;
        this.work = work;
    }

    @GetMapping
    Mono<Rendering> desk(StaffMember member) {
        return pages.here(member).flatMap(who -> pages.desk(member, who, Said.NOTHING));
    }

    /** The list alone, for the script. */
    @GetMapping("/queue")
    Mono<Rendering> queue(StaffMember member, @RequestParam @Nullable String open,
            @RequestParam(defaultValue = "false") boolean seen) {
        return pages.following(member)
                .flatMap(who -> pages.queue(who, open == null ? null : DeskPages.id(open).value(), seen));
    }

    @GetMapping("/cases/{id}")
    Mono<Rendering> one(StaffMember member, @PathVariable String id) {
        ConversationId conversation = DeskPages.id(id);
        return pages.here(member).flatMap(who -> pages.one(member, who, conversation, Said.NOTHING));
    }

    /** The transcript alone, for the script. */
    @GetMapping("/cases/{id}/transcript")
    Mono<Rendering> transcript(StaffMember member, @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean seen) {
        ConversationId conversation = DeskPages.id(id);
        return pages.following(member).flatMap(who -> pages.transcript(who, conversation, seen));
    }

    @PostMapping("/pause")
    Mono<Rendering> pause(StaffMember member, ServerWebExchange exchange) {
        return pages.here(member).flatMap(who -> exchange.getFormData().map(DeskForm::new)
                .flatMap(form -> DeskPages.later(() -> {
                    work.pause(who, form.text("orsak"));
                    return to("/desk");
                })))
                .onErrorMap(DeskRefusal.class, e -> new ResponseStatusException(e.reason().status()));
    }

    @PostMapping("/resume")
    Mono<Rendering> resume(StaffMember member) {
        return pages.here(member).flatMap(who -> DeskPages.later(() -> {
            work.resume(who);
            return to("/desk");
        }));
    }

    static Rendering to(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
