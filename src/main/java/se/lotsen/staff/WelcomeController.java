package se.lotsen.staff;

import se.lotsen.storage.SerialRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where a one-time link leads. Opening it does not use it up: mail programs open links, too. */
@Controller
@Profile("!command")
class WelcomeController {
    private static final String VIEW = "welcome";
    private static final Logger log = LoggerFactory.getLogger(WelcomeController.class);
    private final Enrolment enrolment;
    private final Passwords passwords;
    private final StaffSessions sessions;

    WelcomeController(Enrolment enrolment, Passwords passwords, StaffSessions sessions) {
        this.enrolment = enrolment;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping("/staff/welcome")
    Mono<Rendering> page(@RequestParam(defaultValue = "") String token) {
        return SerialRecord.later(() -> enrolment.invitation(token)).map(found -> found
                .map(invitation -> form(StaffPages.page(VIEW), token, invitation.account(), "", ""))
                .orElseGet(WelcomeController::gone))
                .onErrorResume(RuntimeException.class, WelcomeController::failed);
    }

    @PostMapping("/staff/welcome")
    Mono<Rendering> set(ServerWebExchange exchange) {
        return exchange.getFormData().map(FormInput::new)
                .flatMap(form -> SerialRecord.later(() -> enrolment.invitation(form.raw("token")))
                        .flatMap(found -> found.isEmpty()
                                ? Mono.just(gone())
                                : set(exchange, form, found.get().account())));
    }

    private Mono<Rendering> set(ServerWebExchange exchange, FormInput form, @Nullable StaffAccount account) {
        Map<String, String> faults = faults(form, account);
        if (!faults.isEmpty()) {
            return Mono.just(refused(form, account, faults));
        }
        return passwords.hash(form.raw("password"))
                .flatMap(hash -> SerialRecord.later(() -> account == null
                        ? enrolment.first(form.raw("token"), form.text("userName"), form.text("displayName"),
                                hash)
                        : enrolment.again(form.raw("token"), hash)))
                .flatMap(kept -> enter(exchange, kept))
                .onErrorResume(DuplicateKeyException.class, taken -> Mono.just(
                        refused(form, account, Map.of("userName", "staff.fault.userName-taken"))));
    }

    private Mono<Rendering> enter(ServerWebExchange exchange, Optional<KeptAccount> kept) {
        return kept.isEmpty()
                ? Mono.just(gone())
                : sessions.begin(exchange, kept.get().account().member())
                        .thenReturn(SignInController.to(StaffPaths.HOME));
    }

    private Map<String, String> faults(FormInput form, @Nullable StaffAccount account) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (account == null) {
            faults.putAll(AccountDetails.nameFaults(form.text("userName"), form.text("displayName")));
        }
        String userName = account == null ? form.text("userName") : account.userName();
        String displayName = account == null ? form.text("displayName") : account.displayName();
        passwords.fault(form.raw("password"), userName, displayName)
                .ifPresent(fault -> faults.put("password", fault));
        return faults;
    }

    private static Rendering refused(FormInput form, @Nullable StaffAccount account,
            Map<String, String> faults) {
        return form(StaffPages.refused(VIEW, faults), form.raw("token"), account, form.text("userName"),
                form.text("displayName"));
    }

    private static Rendering form(Rendering.Builder<?> page, String token, @Nullable StaffAccount account,
            String userName, String displayName) {
        return page.modelAttribute("token", token)
                .modelAttribute("first", account == null)
                .modelAttribute("userName", account == null ? userName : account.userName())
                .modelAttribute("displayName", account == null ? displayName : account.displayName())
                .build();
    }

    /** Caught here, as whoever logs an uncaught fault logs the whole address, and with it the token. */
    private static Mono<Rendering> failed(RuntimeException fault) {
        log.error("A one-time link could not be looked up", fault);
        return Mono.just(Rendering.view("error/5xx").status(HttpStatus.INTERNAL_SERVER_ERROR).build());
    }

    private static Rendering gone() {
        return StaffPages.page("link-gone").status(HttpStatus.GONE).build();
    }
}
