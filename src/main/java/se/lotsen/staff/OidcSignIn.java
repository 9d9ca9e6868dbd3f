package se.lotsen.staff;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Adds the organisation's sign-in to the guard, where it is configured. */
final class OidcSignIn {
    private final OidcProperties properties;
    private final OidcRequests requests;
    private final StaffSessions sessions;
    private final StaffPages pages;

    OidcSignIn(OidcProperties properties, OidcRequests requests, StaffSessions sessions, StaffPages pages) {
        this.properties = properties;
        this.requests = requests;
        this.sessions = sessions;
        this.pages = pages;
    }

    void addTo(ServerHttpSecurity http) {
        if (!properties.configured()) {
            return;
        }
        OidcProvider provider = new OidcProvider(properties);
        http.oauth2Login(login -> login.clientRegistrationRepository(provider)
                .authorizedClientRepository(new KeepsNothing())
                .authorizationRequestRepository(requests)
                .authorizationRequestResolver(new DefaultServerOAuth2AuthorizationRequestResolver(provider,
                        new PathPatternParserServerWebExchangeMatcher("/staff/oidc/{registrationId}")))
                .authenticationMatcher(new PathPatternParserServerWebExchangeMatcher(OidcProvider.CALLBACK))
                .securityContextRepository(sessions)
                .authenticationSuccessHandler(this::arrived)
                .authenticationFailureHandler((exchange, fault) -> refused(exchange)));
    }

    /**
     * A page that goes on by itself, not a redirect: a redirect would still count as coming from the provider's site, and
     * the browser would not send our Strict cookie.
     */
    private Mono<Void> arrived(WebFilterExchange exchange, Authentication person) {
        exchange.getExchange().getResponse().getHeaders().set("Refresh", "0; url=" + StaffPaths.HOME);
        return pages.write(exchange.getExchange(), "arrived", HttpStatus.OK, Map.of());
    }

    private static Mono<Void> refused(WebFilterExchange exchange) {
        exchange.getExchange().getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getExchange().getResponse().getHeaders()
                .setLocation(URI.create(StaffPaths.SIGN_IN + "?besked=nekad"));
        return exchange.getExchange().getResponse().setComplete();
    }

    /** The provider's tokens are of no use after the sign-in, and so nobody can lose them. */
    private static final class KeepsNothing implements ServerOAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(String registration,
                Authentication person, ServerWebExchange exchange) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person,
                ServerWebExchange exchange) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> removeAuthorizedClient(String registration, Authentication person,
                ServerWebExchange exchange) {
            return Mono.empty();
        }
    }
}
