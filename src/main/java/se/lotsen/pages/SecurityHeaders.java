package se.lotsen.pages;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import se.lotsen.widget.AllowedSites;

/**
 * Tells browsers what our pages never do: run foreign scripts, be framed, leak addresses. The chat alone may be framed, by
 * the sites that an operator has named. What the API says is for its caller alone and is kept by no cache.
 */
@Component
@ConditionalOnWebApplication
@Order(SecurityHeaders.BEFORE_ANYBODY_ANSWERS)
class SecurityHeaders implements WebFilter {
    /** Above the staff's guard, whose refusals carry the headers, too. */
    static final int BEFORE_ANYBODY_ANSWERS = -200;
    private static final String POLICY = "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors ";
    private static final String CHAT = "/chat";
    /** What other sites load: the chat in a frame, and the script that puts it there. */
    private static final Set<String> FOR_OTHER_SITES = Set.of(CHAT, "/loader.js");
    private static final String NOTHING_OF_THE_DEVICE = "accelerometer=(), bluetooth=(), camera=(), display-capture=(),"
            + " geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(),"
            + " serial=(), usb=()";

    private final String chatPolicy;
    private final @Nullable String httpsOnly;

    SecurityHeaders(AllowedSites sites, TransportProperties transport) {
        chatPolicy = POLICY + sites.frameAncestors();
        httpsOnly = transport.header();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        headers.set("Content-Security-Policy", path.equals(CHAT) ? chatPolicy : POLICY + "'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy",
                FOR_OTHER_SITES.contains(path) ? "cross-origin" : "same-origin");
        headers.set("Permissions-Policy", NOTHING_OF_THE_DEVICE);
        if (httpsOnly != null) {
            headers.set("Strict-Transport-Security", httpsOnly);
        }
        if (path.startsWith("/api/")) {
            headers.setCacheControl("no-store");
        }
        return chain.filter(exchange);
    }
}
