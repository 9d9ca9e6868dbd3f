package se.lotsen.operations;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.answering.AssistantMode;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.SerialRecord;

/** Everything at a glance for an operator, and the assistant's switch. The staff's entrance lets nobody else in. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
class OperationsController {
    private static final String PAGE = "/operations";
    private static final int SHOWN = 10;
    /** A reason is a line. */
    static final int LONGEST_REASON = 500;
    private final Checks checks;
    private final AssistantModes assistant;
    private final Clock clock;

    OperationsController(Checks checks, AssistantModes assistant, Clock clock) {
        this.checks = checks;
        this.assistant = assistant;
        this.clock = clock;
    }

    /** What was typed and could not be taken. */
    record Typed(String mode, String reason, @Nullable String fault) {
    }

    @GetMapping(PAGE)
    Mono<Rendering> page(StaffMember member) {
        return page(member, new Typed(assistant.mode().code(), "", null), HttpStatus.OK);
    }

    private Mono<Rendering> page(StaffMember member, Typed typed, HttpStatus status) {
        return SerialRecord.later(() -> Rendering.view("operations/operations")
                .modelAttribute("member", member)
                .modelAttribute("checks", checks.all())
                .modelAttribute("mode", assistant.mode().code())
                .modelAttribute("atLeast",
                        assistant.atLeast() == AssistantMode.ON ? "" : assistant.atLeast().code())
                .modelAttribute("modes", AssistantMode.values())
                .modelAttribute("history", assistant.settings(SHOWN))
                .modelAttribute("zone", clock.getZone())
                .modelAttribute("typed", typed)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").status(status).build());
    }

    @PostMapping(PAGE + "/assistant")
    Mono<Rendering> set(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String mode = text(form, "lage");
            String reason = text(form, "skal");
            Optional<AssistantMode> wanted = AssistantMode.of(mode);
            String fault = wanted.isEmpty() ? "mode" : fault(reason);
            if (wanted.isEmpty() || fault != null) {
                return page(member, new Typed(mode, reason, fault), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return SerialRecord.later(() -> {
                assistant.set(member.actor(), wanted.get(), reason);
                return Rendering.redirectTo(PAGE + "#assistenten").status(HttpStatus.SEE_OTHER).build();
            });
        });
    }

    /** What is wrong with a reason; null for nothing. */
    static @Nullable String fault(String reason) {
        return reason.isBlank() ? "reason" : reason.length() > LONGEST_REASON ? "long" : null;
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        String sent = form.getFirst(field);
        return sent == null ? "" : sent.strip();
    }
}
