package se.lotsen.delivery;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The errand service's key of the hour, by OAuth 2 client credentials; fetched when it is needed, kept in memory. */
final class AccessToken {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Renewed so long before it ends: a call takes its time. */
    private static final long EARLY_SECONDS = 60;
    private final DeliveryProperties.ErrandService service;
    private final Wire wire;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    private record Kept(String value, Instant until) {
    }

    AccessToken(DeliveryProperties.ErrandService service, Wire wire, Clock clock) {
        this.service = service;
        this.wire = wire;
        this.clock = clock;
    }

    void addTo(HttpRequest.Builder request) throws Wire.NoAnswer {
        if (service.tokenUrl() != null) {
            Kept now = kept;
            if (now == null || !clock.instant().isBefore(now.until())) {
                now = fetch();
                kept = now;
            }
            request.header("Authorization", "Bearer " + now.value());
        }
    }

    void forget() {
        kept = null;
    }

    private Kept fetch() throws Wire.NoAnswer {
        String client = encoded(service.clientId()) + ":" + encoded(service.clientSecret());
        Wire.Answer answer = wire.send(HttpRequest.newBuilder(service.tokenUrl())
                .header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString(client.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (!answer.good()) {
            throw new Wire.NoAnswer("token-http-" + answer.status());
        }
        try {
            JsonNode read = JSON.readTree(answer.body());
            String value = read.path("access_token").asString("");
            if (value.matches("[\\x21-\\x7e]+")) {
                return new Kept(value, clock.instant()
                        .plusSeconds(Math.max(0, read.path("expires_in").asLong(0) - EARLY_SECONDS)));
            }
        } catch (JacksonException e) {
            // As any other answer without a token.
        }
        throw new Wire.NoAnswer("token-bad-answer");
    }

    private static String encoded(@Nullable String part) {
        return part == null ? "" : URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
