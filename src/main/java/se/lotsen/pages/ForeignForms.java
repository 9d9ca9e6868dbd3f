package se.lotsen.pages;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import se.lotsen.widget.AllowedSites;

/**
 * Refuses what another site's page sends in somebody's name: forms, and whatever changes something by the API. The sites that
 * may show the chat, and this service's public address, may use the API. Programs name no origin and are taken: what they do
 * needs a token in a header.
 */
@Component
@Order(SecurityHeaders.BEFORE_ANYBODY_ANSWERS + 1)
@ConditionalOnWebApplication
class ForeignForms implements WebFilter {
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD,
            HttpMethod.OPTIONS);
    private final AllowedSites sites;

    ForeignForms(AllowedSites sites) {
        this.sites = sites;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean allowed = request.getPath().pathWithinApplication().value().startsWith("/api/")
                && sites.admits(request.getHeaders().getOrigin());
        return !HARMLESS.contains(request.getMethod()) && !allowed && isForeign(request)
                ? Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN))
                : chain.filter(exchange);
    }

    private static boolean isForeign(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return !"same-origin".equals(site) && !"none".equals(site);
        }
        String origin = headers.getOrigin();
        // Our own Referrer-Policy makes browsers send "null" with our own forms. Only browsers too old for Sec-Fetch-Site,
        // or without TLS, come this far, and for them the cookie's SameSite holds.
        return origin != null && !"null".equals(origin)
                && !Objects.equals(authority(origin), headers.getFirst(HttpHeaders.HOST))
                && !Objects.equals(authority(origin), asForwarded(request));
    }

    /** What the browser called this service, where a proxy that is trusted says so. */
    private static @Nullable String asForwarded(ServerHttpRequest request) {
        String authority = request.getURI().getRawAuthority();
        String usualPort = "https".equals(request.getURI().getScheme()) ? ":443$" : ":80$";
        return authority == null ? null : authority.replaceAll(usualPort, "");
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
