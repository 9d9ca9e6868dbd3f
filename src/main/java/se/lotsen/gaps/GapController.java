package se.lotsen.gaps;

import java.util.List;
import java.util.UUID;
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
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.gaps.GapPages.Said;
import se.lotsen.gaps.Reasking.Again;
import se.lotsen.staff.StaffMember;

/** One gap: what was asked, and what can be done about it. Each form ends at the page again, or shows what is in the way. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/editor/luckor/{id}")
class GapController {
    private final GapBook book;
    private final GapPages pages;
    private final GapWork work;

    GapController(GapBook book, GapPages pages, GapWork work) {
        this.book = book;
        this.pages = pages;
        this.work = work;
    }

    /**
     * @param search words to look for a page by
     * @param again whether the questions are asked again for this page
     * @param done what was done just now
     */
    @GetMapping
    Mono<Rendering> one(StaffMember member, @PathVariable UUID id,
            @RequestParam(name = "sok", defaultValue = "") String search,
            @RequestParam(name = "igen", required = false) boolean again,
            @RequestParam(name = "klart", defaultValue = "") String done) {
        return SerialRecord.later(() -> {
            Gap gap = gap(id);
            Said said = Said.NOTHING.after(done.matches("[a-z-]{1,20}") ? done : "", search);
            return pages.one(member, gap, again ? said.reasked(work.ask(gap), false) : said);
        });
    }

    @PostMapping("/formuleringar")
    Mono<Rendering> phrasings(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(member, id, exchange, "formuleringar", work::addPhrasings);
    }

    @PostMapping("/ny-sida")
    Mono<Rendering> page(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(member, id, exchange, "ny-sida", work::beginPage);
    }

    @PostMapping("/testfraga")
    Mono<Rendering> test(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(member, id, exchange, "testfraga", work::addTest);
    }

    @PostMapping("/avfarda")
    Mono<Rendering> dismiss(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(member, id, exchange, "avfarda", (gap, form, by) -> {
            work.dismiss(gap, form, by);
            return gap;
        });
    }

    @PostMapping("/oppna")
    Mono<Rendering> reopen(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(member, id, exchange, "oppna", (gap, form, by) -> {
            work.reopen(gap, form, by);
            return gap;
        });
    }

    @PostMapping("/ansvarig")
    Mono<Rendering> assign(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(member, id, exchange, "ansvarig", (gap, form, by) -> {
            work.assign(gap, form, by);
            return gap;
        });
    }

    /** Closes it, or shows how its questions are answered now and asks whether to close it anyway. */
    @PostMapping("/stang")
    Mono<Rendering> close(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return exchange.getFormData().map(GapForm::new).flatMap(form -> SerialRecord.later(() -> {
            Gap gap = gap(id);
            Said typed = Said.NOTHING.typed(form);
            try {
                List<Again> left = work.close(gap, form, member.actor());
                if (left.isEmpty()) {
                    return GapsController.to(address(id, "stang"));
                }
                Said said = typed.reasked(left, true);
                return pages.one(member, gap,
                        form.has("anda") ? said.refused(new GapRefusal(GapRefusal.Reason.WHY)) : said);
            } catch (GapRefusal refusal) {
                return pages.one(member, gap, typed.refused(refusal));
            }
        }));
    }

    /** A model's proposals stand on this page alone until somebody ticks them. */
    @PostMapping("/foresla")
    Mono<Rendering> propose(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return exchange.getFormData().map(GapForm::new).flatMap(form -> {
            Said typed = Said.NOTHING.typed(form);
            return SerialRecord.later(() -> gap(id)).flatMap(gap -> work.propose(gap, form)
                    .map(typed::proposing)
                    .onErrorResume(GapRefusal.class, refusal -> Mono.just(typed.refused(refusal)))
                    .flatMap(said -> SerialRecord.later(() -> pages.one(member, gap, said))));
        });
    }

    private interface Act {
        Object on(Gap gap, GapForm form, Actor by);
    }

    private Mono<Rendering> act(StaffMember member, UUID id, ServerWebExchange exchange, String what,
            Act act) {
        return exchange.getFormData().map(GapForm::new).flatMap(form -> SerialRecord.later(() -> {
            Gap gap = gap(id);
            try {
                act.on(gap, form, member.actor());
                return GapsController.to(address(id, what));
            } catch (GapRefusal refusal) {
                return pages.one(member, gap, Said.NOTHING.typed(form).refused(refusal));
            }
        }));
    }

    private Gap gap(UUID id) {
        return book.gap(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String address(UUID id, String done) {
        return "/editor/luckor/" + id + "?klart=" + done;
    }
}
