package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the framework serves by itself, with a model that is configured and never asked. */
@ServiceTest
@TestPropertySource(properties = {"lotsen.model.provider=mistral", "lotsen.model.name=first",
        "lotsen.model.base-url=http://127.0.0.1:9/v1", "lotsen.model.api-key=sk-hemlig-nyckel"})
class StaffOnlyFilterTests {
    @LocalServerPort
    private int port;
    @Value("${lotsen.data-dir}")
    private Path dataDir;
    private ChatClient client;

    @BeforeEach
    void connect() {
        client = new ChatClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/", "/actuator/metrics",
            "/actuator/metrics/lotsen.model.tokens.left", "/%61ctuator/metrics", "/actuator/%6detrics",
            "/actuator;x=1/metrics", "/actuator//metrics",
            "/actuator/health/../metrics", "/actuator/health/%2e%2e/metrics", "/actuator/healthy",
            "/./actuator/metrics", "/x/../actuator/metrics", "/actuator%2fmetrics", "/ACTUATOR/metrics"})
    void withoutTheStaffsKeyNothingElseIsThere(String path) {
        for (Map<String, String> headers : java.util.List.of(Map.<String, String>of(),
                Map.of("Authorization", "Bearer x"))) {
            HttpResponse<String> response = client.get(path, headers);
            assertThat(response.statusCode()).as(path).isIn(400, 404);
            assertThat(response.body()).doesNotContain("lotsen.model", "names", "measurements", "_links");
        }
    }

    @Test
    void withTheStaffsKeyMetricsAreShown() throws IOException {
        Map<String, String> staff = Map.of("Authorization",
                "Bearer " + Files.readString(dataDir.resolve(StaffToken.FILE)).strip());
        HttpResponse<String> metrics = client.get("/actuator/metrics", staff);
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("lotsen.model.tokens.left", "resilience4j.circuitbreaker.state")
                .doesNotContain("hemlig");
        assertThat(client.get("/actuator/metrics/lotsen.model.tokens.left", staff).body())
                .contains("5000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
            "/actuator/health/assistant", "/actuator/health/deliveries", "/actuator/health/knowledge",
            "/actuator/health/database", "/actuator/health/disk", "/actuator/health/staff"})
    void healthIsForEverybodyAndTellsNobodyWhy(String path) {
        HttpResponse<String> response = client.get(path, Map.of());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"status\":\"UP\"").doesNotContain("hemlig", "127.0.0.1",
                "details", "mistral");
    }

    @Test
    void withTheKeyTheAssistantsHealthShowsTheModelsAndWhatMayBeSpent() throws IOException {
        Map<String, String> staff = Map.of("Authorization",
                "Bearer " + Files.readString(dataDir.resolve(StaffToken.FILE)).strip());
        JsonNode model = JsonMapper.builder().build()
                .readTree(client.get("/actuator/health/assistant", staff).body())
                .at("/components/model/details");
        assertThat(model.at("/models/0/id").asString()).isEqualTo("mistral:first");
        assertThat(model.at("/models/0/available").asBoolean()).isTrue();
        assertThat(model.at("/models/0/breaker").asString()).isEqualTo("CLOSED");
        assertThat(model.at("/tokensLeft").asLong()).isEqualTo(5_000_000);
        assertThat(client.get("/actuator/health/database", staff).body()).contains("DATABASE_OK");
        assertThat(client.get("/actuator/health", Map.of()).body()).as("the summary shows no details")
                .doesNotContain("mistral");
    }
}
