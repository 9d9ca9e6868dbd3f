package se.lotsen.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.storage.SerialRecord;

/**
 * Who is signed in, whichever process is asked. A session remembers an account's id and nothing else: name and roles are read
 * anew at each request, so that whoever is disabled is out at once, and whoever gets a role has it at once. Its id is a cookie
 * of the browser's, new at each sign-in; only staff ever get one.
 */
final class StaffSessions implements ServerSecurityContextRepository {
    static final String COOKIE = "lotsen-personal";
    /** Behind TLS, a browser takes a cookie named so from this host alone (RFC 6265bis, 4.1.3.2). */
    static final String THIS_HOST = "__Host-";
    private static final String READ = StaffSessions.class.getName();
    private final StaffAccounts accounts;
    private final SessionTable sessions;
    private final Clock clock;

    StaffSessions(StaffAccounts accounts, SessionTable sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Begins a session, under a new id even when there was one, which ends. */
    Mono<Void> begin(ServerWebExchange exchange, StaffMember member) {
        return SerialRecord.later(() -> {
            id(exchange).ifPresent(sessions::end);
            return accounts.kept(member.id())
                    .map(kept -> sessions.begin(member.id(), kept.sessionMark(), clock.instant()));
        }).flatMap(Mono::justOrEmpty)
                .doOnNext(
                        id -> exchange.getResponse().addCookie(cookie(exchange, id, Duration.ofSeconds(-1))))
                .then();
    }

    Mono<Void> end(ServerWebExchange exchange) {
        return SerialRecord.later(() -> {
            id(exchange).ifPresent(sessions::end);
            return exchange;
        }).doOnNext(ended -> exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO))).then();
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        Authentication authentication = context == null ? null : context.getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case StaffMember member -> begin(exchange, member);
            case OidcMember member -> begin(exchange, member.member());
            case null, default -> end(exchange);
        };
    }

    /** Read once in a request, however often it is asked for. */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        Mono<SecurityContext> read = exchange.getAttribute(READ);
        if (read == null) {
            read = Mono.justOrEmpty(id(exchange))
                    .flatMap(id -> SerialRecord.later(() -> read(id)).flatMap(Mono::justOrEmpty)).cache();
            exchange.getAttributes().put(READ, read);
        }
        return read;
    }

    private Optional<SecurityContext> read(String id) {
        Optional<SessionTable.Session> session = sessions.use(id, clock.instant());
        if (session.isEmpty()) {
            return Optional.empty();
        }
        Optional<KeptAccount> current = accounts.kept(session.get().account())
                .filter(kept -> kept.usable() && kept.sessionMark() == session.get().mark());
        if (current.isEmpty()) {
            sessions.end(id);
        }
        return current.map(kept -> context(kept.account().member()));
    }

    static Optional<String> id(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name(exchange)))
                .map(HttpCookie::getValue).filter(id -> !id.isEmpty());
    }

    /** Below zero it lasts as long as the browser. */
    static ResponseCookie cookie(ServerWebExchange exchange, String id, Duration age) {
        return ResponseCookie.from(name(exchange), id).path("/").httpOnly(true).sameSite("Strict")
                .secure(isSecure(exchange)).maxAge(age).build();
    }

    private static String name(ServerWebExchange exchange) {
        return isSecure(exchange) ? THIS_HOST + COOKIE : COOKIE;
    }

    /** Whether the browser speaks TLS, be it to the service or to a proxy in front of it. */
    static boolean isSecure(ServerWebExchange exchange) {
        return "https".equals(exchange.getRequest().getURI().getScheme());
    }

    private static SecurityContext context(StaffMember member) {
        List<GrantedAuthority> roles = member.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(member, null, roles));
    }
}
