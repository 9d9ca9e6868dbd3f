package se.lotsen.chat;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells browsers what our pages never do: run foreign scripts, be framed, leak addresses. What the API says is for its
 * caller alone and is kept by no cache.
 */
@Component
@ConditionalOnWebApplication
@Order(SecurityHeaders.BEFORE_ANYBODY_ANSWERS)
class SecurityHeaders implements WebFilter {
    /** Above the staff's guard, whose refusals carry the headers, too. */
    static final int BEFORE_ANYBODY_ANSWERS = -200;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (exchange.getRequest().getPath().value().startsWith("/api/")) {
            headers.setCacheControl("no-store");
        }
        return chain.filter(exchange);
    }
}
