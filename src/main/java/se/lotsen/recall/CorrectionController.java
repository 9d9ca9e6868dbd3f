package se.lotsen.recall;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.staff.StaffMember;
import se.lotsen.staff.StaffRole;

/** One correction: written, looked at, confirmed, followed and stopped. Approvers may look. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping(RecallController.PATH + "/rattelse/{id}")
class CorrectionController {
    private final RecallPages pages;
    private final Corrections corrections;
    private final CorrectionText texts;

    CorrectionController(RecallPages pages, Corrections corrections, CorrectionText texts) {
        this.pages = pages;
        this.corrections = corrections;
        this.texts = texts;
    }

    @GetMapping
    Mono<Rendering> one(StaffMember member, @PathVariable UUID id) {
        return RecallController.looking(member, () -> {
            Correction correction = found(id);
            return page(member, correction, correction.text(), Map.of());
        });
    }

    /** Keeps the text, and goes on to what is sent. */
    @PostMapping
    Mono<Rendering> save(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return sending(member, exchange, form -> {
            String text = RecallPages.text(form, "text").replace("\r\n", "\n");
            String fault = text.isEmpty()
                    ? "recall.fault.empty"
                    : text.length() > CorrectionText.LONGEST ? "recall.fault.long" : null;
            if (fault != null) {
                return page(member, found(id), text, Map.of("text", fault));
            }
            return corrections.save(id, version(form), text, member.actor())
                    .map(saved -> to(id, "/skicka"))
                    .orElseGet(() -> page(member, found(id), text, Map.of("text", "recall.fault.changed")));
        });
    }

    /** What is sent, and to how many; nothing is sent yet. */
    @GetMapping("/skicka")
    Mono<Rendering> preview(StaffMember member, @PathVariable UUID id) {
        return RecallController.looking(member, () -> {
            Correction correction = found(id);
            return correction.state() != Correction.State.DRAFT
                    ? to(id, "")
                    : RecallController.view("confirm", member)
                            .modelAttribute("correction", correction)
                            .modelAttribute("subject", texts.subject())
                            .modelAttribute("mail",
                                    texts.mail(correction).lines().filter(line -> !line.isBlank()).toList())
                            .modelAttribute("hits", pages.hits(correction.selection())).build();
        });
    }

    /** Only the text that was looked at is sent. */
    @PostMapping("/skicka")
    Mono<Rendering> send(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return sending(member, exchange, form -> {
            Correction correction = found(id);
            corrections.confirm(id, version(form), pages.hits(correction.selection()).affected(),
                    member.actor());
            return to(id, "");
        });
    }

    @PostMapping("/stoppa")
    Mono<Rendering> stop(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return sending(member, exchange, form -> {
            corrections.stop(id, member.actor());
            return to(id, "");
        });
    }

    @PostMapping("/fortsatt")
    Mono<Rendering> goOn(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return sending(member, exchange, form -> {
            corrections.goOn(id, member.actor());
            return to(id, "");
        });
    }

    @PostMapping("/kasta")
    Mono<Rendering> discard(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return sending(member, exchange, form -> corrections.discard(id, member.actor())
                ? Rendering.redirectTo(RecallController.PATH).build()
                : to(id, ""));
    }

    private interface Step {
        Rendering take(MultiValueMap<String, String> form);
    }

    private static Mono<Rendering> sending(StaffMember member, ServerWebExchange exchange, Step step) {
        if (!member.is(StaffRole.EDITOR)) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        return exchange.getFormData()
                .flatMap(form -> RecallController.looking(member, () -> step.take(form)));
    }

    private Rendering page(StaffMember member, Correction correction, String typed,
            Map<String, String> faults) {
        Rendering.Builder<?> view = RecallController.view("correction", member)
                .modelAttribute("correction", correction)
                .modelAttribute("typed", typed)
                .modelAttribute("longest", CorrectionText.LONGEST)
                .modelAttribute("faults", faults)
                .modelAttribute("wrong", pages.fault(correction.selection()).map(Fault::wrong)
                        .orElse(List.of()))
                .modelAttribute("progress", corrections.progress(correction.id()))
                .modelAttribute("changedAt", pages.local().of(correction.changedAt()));
        return faults.isEmpty() ? view.build() : view.status(HttpStatus.BAD_REQUEST).build();
    }

    private Correction found(UUID id) {
        return corrections.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Rendering to(UUID id, String rest) {
        return Rendering.redirectTo(RecallController.PATH + "/rattelse/" + id + rest).build();
    }

    private static int version(MultiValueMap<String, String> form) {
        String version = RecallPages.text(form, "version");
        return version.matches("\\d{1,8}") ? Integer.parseInt(version) : -1;
    }
}
