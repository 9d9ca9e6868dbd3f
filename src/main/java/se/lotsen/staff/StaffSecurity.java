package se.lotsen.staff;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The guard at the staff's paths, and nowhere else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableWebFluxSecurity
class StaffSecurity {

    @Bean
    SecurityWebFilterChain staffEntrance(ServerHttpSecurity http, StaffSessions sessions, Refusals refusals,
            ServerCsrfTokenRepository tokens, OidcSignIn oidc) {
        http.securityMatcher(exchange -> StaffPaths.guarded(exchange.getRequest())
                ? MatchResult.match()
                : MatchResult.notMatch())
                // The guard against forged forms is the first to read one.
                .addFilterBefore(StaffSecurity::refusingLargeForms, SecurityWebFiltersOrder.CSRF)
                .securityContextRepository(sessions)
                .authorizeExchange(StaffSecurity::rules)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).accessDeniedHandler(refusals)
                        .csrfTokenRequestHandler(new UploadTokens()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .headers(StaffSecurity::headers)
                .logout(ServerHttpSecurity.LogoutSpec::disable);
        oidc.addTo(http);
        return http.build();
    }

    private static Mono<Void> refusingLargeForms(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorMap(DataBufferLimitException.class,
                e -> new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, null, e));
    }

    private static void rules(AuthorizeExchangeSpec paths) {
        String agent = StaffRole.AGENT.name();
        String supervisor = StaffRole.SUPERVISOR.name();
        String editor = StaffRole.EDITOR.name();
        paths.pathMatchers(StaffPaths.SIGN_IN, "/staff/welcome", "/staff/oidc/**").permitAll()
                .pathMatchers("/desk/accounts/**", "/desk/lage/**").hasRole(supervisor)
                .pathMatchers("/desk/**", "/api/desk/**").hasAnyRole(agent, supervisor)
                .pathMatchers("/editor/betyg/**").hasRole(editor)
                .pathMatchers("/editor/**")
                .hasAnyRole(StaffRole.WRITER.name(), StaffRole.APPROVER.name(), editor)
                .pathMatchers("/operations/**", "/api/operations/**").hasRole(StaffRole.ADMIN.name())
                .pathMatchers("/records/audit/**")
                .hasAnyRole(StaffRole.AUDITOR.name(), StaffRole.RECORDS_OFFICER.name())
                .pathMatchers("/records/**").hasRole(StaffRole.RECORDS_OFFICER.name())
                .anyExchange().authenticated();
    }

    /** The rest is said on every page already, and whether the whole address is https alone is for its owner to say. */
    private static void headers(HeaderSpec headers) {
        headers.hsts(HeaderSpec.HstsSpec::disable)
                .frameOptions(HeaderSpec.FrameOptionsSpec::disable)
                .xssProtection(HeaderSpec.XssProtectionSpec::disable)
                .contentTypeOptions(HeaderSpec.ContentTypeOptionsSpec::disable);
    }

    @Bean
    ServerCsrfTokenRepository formTokenCookie() {
        return new FormTokenCookie();
    }

    /** Citizens' requests are not sifted: what is odd about them is answered as it always was. */
    @Bean
    ServerWebExchangeFirewall staffFirewall() {
        ServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();
        return exchange -> StaffPaths.guarded(exchange.getRequest())
                ? strict.getFirewalledExchange(exchange)
                : Mono.just(exchange);
    }

    /** Without it Spring Boot makes an account of its own and logs its password. */
    @Bean
    ReactiveAuthenticationManager nobody() {
        return attempt -> Mono.empty();
    }
}
