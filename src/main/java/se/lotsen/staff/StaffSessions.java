package se.lotsen.staff;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Who is signed in. A session remembers an account's id and nothing else: name and roles are read anew at each request, so
 * that whoever is disabled is out at once, and whoever gets a role has it at once.
 */
final class StaffSessions implements ServerSecurityContextRepository {
    private static final String SIGNED_IN = "lotsen.signed-in";
    private static final String READ = StaffSessions.class.getName();
    private final StaffAccounts accounts;
    private final Duration idleTime;

    StaffSessions(StaffAccounts accounts, Duration idleTime) {
        this.accounts = accounts;
        this.idleTime = idleTime;
    }

    private record SignedIn(UUID account, int mark) implements Serializable {
    }

    /** Begins a session, under a new id even when there was one. */
    Mono<Void> begin(ServerWebExchange exchange, StaffMember member) {
        return StaffRecord.later(() -> accounts.kept(member.id()))
                .flatMap(Mono::justOrEmpty)
                .flatMap(kept -> exchange.getSession().flatMap(session -> {
                    session.getAttributes().put(SIGNED_IN, new SignedIn(member.id(), kept.sessionMark()));
                    session.setMaxIdleTime(idleTime);
                    return session.changeSessionId();
                }));
    }

    Mono<Void> end(ServerWebExchange exchange) {
        return exchange.getSession().flatMap(WebSession::invalidate);
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
            read = exchange.getSession().flatMap(this::read).cache();
            exchange.getAttributes().put(READ, read);
        }
        return read;
    }

    private Mono<SecurityContext> read(WebSession session) {
        if (!(session.getAttributes().get(SIGNED_IN) instanceof SignedIn signedIn)) {
            return Mono.empty();
        }
        return StaffRecord.later(() -> accounts.kept(signedIn.account()))
                .flatMap(found -> {
                    Optional<KeptAccount> current = found.filter(kept -> kept.usable()
                            && kept.sessionMark() == signedIn.mark());
                    return current.isPresent()
                            ? Mono.just(context(current.get().account().member()))
                            : session.invalidate().then(Mono.empty());
                });
    }

    private static SecurityContext context(StaffMember member) {
        List<GrantedAuthority> roles = member.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(member, null, roles));
    }
}
