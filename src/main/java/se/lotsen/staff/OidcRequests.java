package se.lotsen.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.storage.Moments;
import se.lotsen.storage.SerialRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is on the way to the provider and back, to whichever process. Not in the session: its cookie is Strict, and a browser
 * that comes from the provider's site does not bring it. This one is Lax, holds a random word, and is only sent to the way
 * back; what was asked for stands in the database, under the word's hash and as JSON of plain strings.
 */
final class OidcRequests implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "lotsen-inloggning";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;
    private final JsonMapper json = JsonMapper.builder().build();
    private final SerialRecord record;
    private final JdbcClient database;
    private final Clock clock;

    OidcRequests(SerialRecord record, JdbcClient database, Clock clock) {
        this.record = record;
        this.database = database;
        this.clock = clock;
    }

    /** All that a way back needs of the way there. */
    private record Kept(String address, String client, @Nullable String redirect, @Nullable String state,
            Set<String> scopes, Map<String, String> parameters, Map<String, String> attributes,
            String whole) {

        static Kept of(OAuth2AuthorizationRequest request) {
            return new Kept(request.getAuthorizationUri(), request.getClientId(), request.getRedirectUri(),
                    request.getState(), request.getScopes(), strings(request.getAdditionalParameters()),
                    strings(request.getAttributes()), request.getAuthorizationRequestUri());
        }

        private static Map<String, String> strings(Map<String, Object> values) {
            return values.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue().toString()));
        }

        OAuth2AuthorizationRequest request() {
            return OAuth2AuthorizationRequest.authorizationCode().authorizationUri(address).clientId(client)
                    .redirectUri(redirect).state(state).scopes(scopes)
                    .additionalParameters(Map.copyOf(parameters)).attributes(Map.copyOf(attributes))
                    .authorizationRequestUri(whole).build();
        }
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return SerialRecord.later(() -> record.read(() -> find(word(exchange))))
                .flatMap(found -> Mono.justOrEmpty(matching(exchange, found)));
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest request,
            ServerWebExchange exchange) {
        return Mono.justOrEmpty(request).flatMap(asked -> SerialRecord.later(() -> {
            String word = RandomToken.fresh();
            record.write(() -> keep(word, json.writeValueAsString(Kept.of(asked))));
            return word;
        })).doOnNext(word -> exchange.getResponse().addCookie(cookie(exchange, word, PATIENCE))).then();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return SerialRecord.later(() -> record.write(() -> {
            Optional<Kept> found = find(word(exchange));
            boolean first = database.sql("delete from staff_oidc_request where word_hash = :hash")
                    .param("hash", RandomToken.hash(word(exchange))).update() == 1;
            return found.filter(kept -> first);
        })).doOnNext(found -> exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO)))
                .flatMap(found -> Mono.justOrEmpty(matching(exchange, found)));
    }

    /** Clears away what nobody came back for, and the oldest when somebody sets out again and again. */
    private int keep(String word, String request) {
        Instant now = clock.instant();
        database.sql("""
                delete from staff_oidc_request where made_at <= :ended or made_at <= (
                    select max(old.made_at) from (select made_at from staff_oidc_request
                        order by made_at desc limit 1 offset :most) old)""")
                .param("ended", Moments.stored(now.minus(PATIENCE))).param("most", REMEMBERED).update();
        return database
                .sql("""
                        insert into staff_oidc_request (word_hash, made_at, request) values (:hash, :now, :request)""")
                .param("hash", RandomToken.hash(word)).param("now", Moments.stored(now))
                .param("request", request).update();
    }

    private Optional<Kept> find(String word) {
        return database
                .sql("select request from staff_oidc_request where word_hash = :hash and made_at > :ended")
                .param("hash", RandomToken.hash(word))
                .param("ended", Moments.stored(clock.instant().minus(PATIENCE)))
                .query((row, n) -> json.readValue(row.getString(1), Kept.class)).optional();
    }

    private static Optional<OAuth2AuthorizationRequest> matching(ServerWebExchange exchange,
            Optional<Kept> found) {
        String state = exchange.getRequest().getQueryParams().getFirst("state");
        return found.filter(kept -> kept.state() != null && kept.state().equals(state)).map(Kept::request);
    }

    private static String word(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name(exchange));
        return cookie == null ? "" : cookie.getValue();
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String word, Duration age) {
        return ResponseCookie.from(name(exchange), word).path(OidcProvider.CALLBACK).httpOnly(true)
                .sameSite("Lax").secure(StaffSessions.isSecure(exchange)).maxAge(age).build();
    }

    /** For one path alone, which no cookie of {@code __Host-} can be. */
    private static String name(ServerWebExchange exchange) {
        return StaffSessions.isSecure(exchange) ? "__Secure-" + COOKIE : COOKIE;
    }
}
