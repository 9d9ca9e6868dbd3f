package se.lotsen.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token against forged forms, in a cookie and not in the session: whoever looks at the sign-in page costs no memory.
 * Spring's own would be Secure only where the service itself speaks TLS, not behind a proxy that does.
 */
final class FormTokenCookie implements ServerCsrfTokenRepository {
    private static final String COOKIE = "lotsen-formular";
    private final ServerCsrfTokenRepository plain = cookie(false);
    private final ServerCsrfTokenRepository secure = cookie(true);

    private static ServerCsrfTokenRepository cookie(boolean secure) {
        CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieName(secure ? StaffSessions.THIS_HOST + COOKIE : COOKIE);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict").secure(secure));
        return tokens;
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return plain.generateToken(exchange);
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return of(exchange).saveToken(exchange, token);
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return of(exchange).loadToken(exchange);
    }

    private ServerCsrfTokenRepository of(ServerWebExchange exchange) {
        return StaffSessions.isSecure(exchange) ? secure : plain;
    }
}
