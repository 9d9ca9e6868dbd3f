package se.lotsen.staff;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    OidcSignIn oidcSignIn(StaffProperties properties, StaffSessions sessions, StaffPages pages, Clock clock) {
        return new OidcSignIn(properties.oidc(), new OidcRequests(clock), sessions, pages);
    }

    /** From the provider's person to ours; Spring Security finds it by its type. */
    @Bean
    ReactiveOAuth2UserService<OidcUserRequest, OidcUser> oidcMembers(StaffRecord record, JdbcClient database,
            StaffProperties properties, Clock clock) {
        OidcAccounts accounts = new OidcAccounts(record, new AccountTable(database), properties.oidc(),
                clock);
        OidcReactiveOAuth2UserService provider = new OidcReactiveOAuth2UserService();
        return request -> provider.loadUser(request)
                .flatMap(user -> StaffRecord.later(() -> accounts.member(user))
                        .flatMap(Mono::justOrEmpty)
                        .<OidcUser>map(member -> new OidcMember(user, member)))
                .switchIfEmpty(Mono.error(() -> new OAuth2AuthenticationException("access_denied")));
    }
}
