package se.lotsen.staff;

import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What the provider says of itself, asked for when the first person comes and not at the start: the service starts, and
 * citizens are answered, whether or not the provider can be reached.
 */
final class OidcProvider implements ReactiveClientRegistrationRepository {
    static final String ID = "organisation";
    static final String CALLBACK = "/staff/oidc/organisation/callback";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(OidcProvider.class);
    private final OidcProperties properties;
    private final Mono<ClientRegistration> discovered;

    OidcProvider(OidcProperties properties) {
        this.properties = properties;
        this.discovered = Mono.fromCallable(this::discover).subscribeOn(Schedulers.boundedElastic())
                .cache(found -> KEPT, fault -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return id.equals(ID) ? discovered.onErrorMap(OidcProvider::unreachable) : Mono.empty();
    }

    private ClientRegistration discover() {
        return ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(properties.issuer()))
                .registrationId(ID)
                .clientId(Objects.requireNonNull(properties.clientId()))
                .clientSecret(properties.secret())
                .scope(properties.scopes())
                .redirectUri("{baseUrl}" + CALLBACK)
                .build();
    }

    private static Throwable unreachable(Throwable fault) {
        log.warn("The organisation's sign-in cannot be used: {}", fault.getMessage());
        return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
}
