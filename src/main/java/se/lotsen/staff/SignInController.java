package se.lotsen.staff;

import se.lotsen.storage.SerialRecord;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.storage.SerialRecord;

/** In and out. */
@Controller
@Profile("!command")
class SignInController {
    private final SignIn signIn;
    private final StaffSessions sessions;
    private final ServerCsrfTokenRepository tokens;
    private final ApplicationEventPublisher events;
    private final boolean oidc;

    SignInController(SignIn signIn, StaffSessions sessions, ServerCsrfTokenRepository tokens,
            ApplicationEventPublisher events, StaffProperties properties) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.events = events;
        this.oidc = properties.oidc().configured();
    }

    @GetMapping(StaffPaths.SIGN_IN)
    Rendering page(@RequestParam @Nullable String till, @RequestParam @Nullable String besked) {
        return form(StaffPages.page("sign-in"), "", till)
                .modelAttribute("notice", "utloggad".equals(besked) ? "staff.sign-in.out" : "")
                .modelAttribute("faults", "nekad".equals(besked)
                        ? Map.of("oidc", "staff.fault.oidc")
                        : Map.of())
                .build();
    }

    @PostMapping(StaffPaths.SIGN_IN)
    Mono<Rendering> signIn(ServerWebExchange exchange) {
        return exchange.getFormData().map(FormInput::new).flatMap(form -> {
            String userName = form.text("userName");
            return signIn.attempt(userName, form.raw("password"), address(exchange.getRequest()))
                    .flatMap(outcome -> outcome.member() == null
                            ? Mono.just(refused(form, outcome.tooMany()))
                            : enter(exchange, outcome.member())
                                    .thenReturn(to(StaffPaths.wanted(form.text("till")))));
        });
    }

    @PostMapping("/staff/sign-out")
    Mono<Rendering> signOut(StaffMember member, ServerWebExchange exchange) {
        // What the desk kept in the tab, such as a text that was not sent, goes as well.
        exchange.getResponse().getHeaders().set("Clear-Site-Data", "\"storage\"");
        return sessions.end(exchange).then(tokens.saveToken(exchange, null))
                .then(SerialRecord.later(() -> {
                    events.publishEvent(new StaffSignedOut(member.id()));
                    return member;
                }))
                .thenReturn(to(StaffPaths.SIGN_IN + "?besked=utloggad"));
    }

    @GetMapping(StaffPaths.HOME)
    Rendering home(StaffMember member) {
        return StaffPages.page("own").modelAttribute("member", member).build();
    }

    private Mono<Void> enter(ServerWebExchange exchange, StaffMember member) {
        return SerialRecord.later(() -> {
            signIn.cameIn(member);
            return member;
        }).flatMap(noted -> sessions.begin(exchange, noted)).then(tokens.saveToken(exchange, null));
    }

    private Rendering refused(FormInput form, boolean tooMany) {
        Map<String, String> faults = Map.of("userName",
                tooMany ? "staff.fault.too-many" : "staff.fault.sign-in");
        Rendering.Builder<?> page = StaffPages.refused("sign-in", faults)
                .status(tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED);
        return form(page, form.text("userName"), form.text("till")).modelAttribute("notice", "").build();
    }

    private Rendering.Builder<?> form(Rendering.Builder<?> page, String userName, @Nullable String till) {
        return page.modelAttribute("userName", userName)
                .modelAttribute("till", StaffPaths.wanted(till))
                .modelAttribute("oidc", oidc);
    }

    static Rendering to(String path) {
        return Rendering.redirectTo(path).build();
    }

    /** Where somebody is, as the server sees it; behind a proxy only with the settings of docs/staff.md. */
    static String address(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null
                ? ""
                : remote.getAddress() == null
                        ? remote.getHostString()
                        : remote.getAddress().getHostAddress();
    }
}
