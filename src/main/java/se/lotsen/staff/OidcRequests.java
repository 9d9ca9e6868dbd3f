package se.lotsen.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who is on the way to the provider and back. Not in the session: its cookie is Strict, and a browser that comes from the
 * provider's site does not bring it. This one is Lax, holds a random word, and is only sent to the way back.
 */
final class OidcRequests implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "lotsen-inloggning";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Clock clock;

    OidcRequests(Clock clock) {
        this.clock = clock;
    }

    private record Waiting(OAuth2AuthorizationRequest request, Instant since) {
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            synchronized (waiting) {
                return matching(exchange, waiting.get(word(exchange)));
            }
        });
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest request,
            ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            if (request != null) {
                String word = UUID.randomUUID().toString();
                synchronized (waiting) {
                    waiting.put(word, new Waiting(request, clock.instant()));
                }
                exchange.getResponse().addCookie(cookie(exchange, word, PATIENCE));
            }
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO));
            synchronized (waiting) {
                return matching(exchange, waiting.remove(word(exchange)));
            }
        });
    }

    private @Nullable OAuth2AuthorizationRequest matching(ServerWebExchange exchange,
            @Nullable Waiting found) {
        String state = exchange.getRequest().getQueryParams().getFirst("state");
        return found != null && clock.instant().isBefore(found.since().plus(PATIENCE))
                && found.request().getState() != null && found.request().getState().equals(state)
                        ? found.request()
                        : null;
    }

    private static String word(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String word, Duration age) {
        return ResponseCookie.from(COOKIE, word).path(OidcProvider.CALLBACK).httpOnly(true).sameSite("Lax")
                .secure("https".equals(exchange.getRequest().getURI().getScheme())).maxAge(age).build();
    }
}
