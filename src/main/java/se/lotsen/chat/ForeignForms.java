package se.lotsen.chat;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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

/**
 * Refuses forms that another site has sent in a citizen's name. The API is left out: what it does takes a token in a
 * header, which no other site has.
 */
@Component
@ConditionalOnWebApplication
class ForeignForms implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean form = HttpMethod.POST.equals(request.getMethod())
                && !request.getPath().value().startsWith("/api/");
        return form && isForeign(request.getHeaders())
                ? Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN))
                : chain.filter(exchange);
    }

    private static boolean isForeign(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return !"same-origin".equals(site) && !"none".equals(site);
        }
        String origin = headers.getOrigin();
        // Our own Referrer-Policy makes browsers send "null" with our own forms. Only browsers too old for Sec-Fetch-Site,
        // or without TLS, come this far, and for them the cookie's SameSite holds.
        return origin != null && !"null".equals(origin)
                && !Objects.equals(authority(origin), headers.getFirst(HttpHeaders.HOST));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
