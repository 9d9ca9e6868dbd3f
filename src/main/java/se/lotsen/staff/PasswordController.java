package se.lotsen.staff;

import se.lotsen.storage.SerialRecord;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One's own password. Whoever changes it is signed out everywhere else. */
@Controller
@Profile("!command")
@RequestMapping("/staff/password")
class PasswordController {
    private final SignIn signIn;
    private final Passwords passwords;
    private final AccountOffice office;
    private final StaffSessions sessions;

    PasswordController(SignIn signIn, Passwords passwords, AccountOffice office, StaffSessions sessions) {
        this.signIn = signIn;
        this.passwords = passwords;
        this.office = office;
        this.sessions = sessions;
    }

    @GetMapping
    Rendering page(StaffMember member) {
        return StaffPages.page("password").modelAttribute("member", member).modelAttribute("done", false)
                .build();
    }

    @PostMapping
    Mono<Rendering> change(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().map(FormInput::new).flatMap(form -> {
            Optional<String> fault = passwords.fault(form.raw("password"), member.displayName());
            if (fault.isPresent()) {
                return Mono.just(refused(member, Map.of("password", fault.get())));
            }
            return signIn.again(member, form.raw("old"), SignInController.address(exchange.getRequest()))
                    .flatMap(outcome -> outcome.member() == null
                            ? Mono.just(refused(member, Map.of("old",
                                    outcome.tooMany() ? "staff.fault.too-many" : "staff.fault.old")))
                            : changed(member, exchange, form.raw("password")));
        });
    }

    private Mono<Rendering> changed(StaffMember member, ServerWebExchange exchange, String password) {
        return passwords.hash(password)
                .flatMap(hash -> SerialRecord.later(() -> {
                    office.changePassword(member, hash);
                    return member;
                }))
                .flatMap(done -> sessions.begin(exchange, done))
                .thenReturn(StaffPages.page("password").modelAttribute("member", member)
                        .modelAttribute("done", true).build());
    }

    private static Rendering refused(StaffMember member, Map<String, String> faults) {
        return StaffPages.refused("password", faults).modelAttribute("member", member)
                .modelAttribute("done", false).build();
    }
}
