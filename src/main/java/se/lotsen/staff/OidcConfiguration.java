package se.lotsen.staff;

import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class OidcConfiguration {

    @Bean
    OidcSignIn oidcSignIn(StaffProperties properties, SerialRecord record, JdbcClient database,
            StaffSessions sessions, StaffPages pages, Clock clock) {
        return new OidcSignIn(properties.oidc(), new OidcRequests(record, database, clock), sessions, pages);
    }

    /** An ID token of no letters is refused here: the framework would take it for a fault of ours. */
    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> oidcTokens() {
        WebClientReactiveAuthorizationCodeTokenResponseClient provider = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        return request -> provider.getTokenResponse(request).doOnNext(answer -> {
            Object token = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
            if (!(token instanceof String text) || text.isBlank()) {
                throw new OAuth2AuthorizationException(new OAuth2Error("invalid_id_token"));
            }
        });
    }

    /** From the provider's person to ours; Spring Security finds it by its type. */
    @Bean
    ReactiveOAuth2UserService<OidcUserRequest, OidcUser> oidcMembers(SerialRecord record, JdbcClient database,
            StaffProperties properties, AuditLog audit, Clock clock) {
        OidcAccounts accounts = new OidcAccounts(record, new AccountTable(database), properties.oidc(),
                audit, clock);
        OidcReactiveOAuth2UserService provider = new OidcReactiveOAuth2UserService();
        return request -> provider.loadUser(request)
                .flatMap(user -> SerialRecord.later(() -> accounts.member(user))
                        .flatMap(Mono::justOrEmpty)
                        .<OidcUser>map(member -> new OidcMember(user, member)))
                .switchIfEmpty(Mono.error(() -> new OAuth2AuthenticationException("access_denied")));
    }
}
