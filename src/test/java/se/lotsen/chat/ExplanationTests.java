package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Staff see why an answer is what it is; nobody else does. */
@ServiceTest
class ExplanationTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;
    @Value("${lotsen.data-dir}")
    private Path dataDir;

    private ChatClient client;
    private Talk talk;

    @BeforeEach
    void connect() {
        client = new ChatClient(port);
        talk = client.start();
    }

    @Test
    void showsFeaturesThresholdsAndPassagesWithNearMisses() {
        client.ask(talk, "vad kostar det att ansöka om bygglov för ett nytt hus");
        JsonNode explanation = explanation(1);
        assertThat(explanation.propertyNames()).contains("outcome", "language", "rule", "context", "evidence",
                "thresholds", "confidence", "voice", "pages", "passages", "digests", "checks");
        assertThat(explanation.at("/passages").size()).isGreaterThan(1);
        assertThat(explanation.at("/pages/1/page").asString()).isNotBlank();
        assertThat(explanation.at("/thresholds/answerAt").isNumber()).isTrue();
        assertThat(explanation.at("/context/kind").asString()).isEqualTo("STANDALONE");
    }

    @Test
    void namesTheRuleThatEndedAQuestionAndNothingOfItsWords() {
        client.ask(talk, "ring en ambulans fort snälla");
        JsonNode explanation = explanation(1);
        assertThat(explanation.at("/rule/action").asString()).isEqualTo("EMERGENCY");
        assertThat(explanation.at("/rule/id").asString()).startsWith("crisis.");
        assertThat(explanation.toString()).doesNotContain("ambulans", "snälla");
        assertThat(explanation.at("/passages").size()).isZero();
    }

    @Test
    void tellsWhatAFollowUpLeanedOn() {
        client.ask(talk, "vad kostar det att ansöka om bygglov för ett nytt hus");
        client.ask(talk, "hur lång tid tar det?");
        assertThat(explanation(2).at("/context/kind").asString()).isIn("FOLLOW_UP", "REFINED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Basic x", "null", "[]"})
    void withoutTheStaffsKeyNothingIsShown(String authorization) {
        client.ask(talk, "hej");
        HttpResponse<String> response = client.get(talk.path("/answers/1/explanation"),
                authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void theCitizensTokenIsNoKey() {
        client.ask(talk, "hej");
        assertThat(client.get(talk.path("/answers/1/explanation"),
                Map.of("Authorization", "Bearer " + talk.token(), ChatClient.TOKEN, talk.token()))
                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        client.ask(talk, "hej");
        for (String path : new String[]{talk.path("/answers/2/explanation"),
                talk.path("/answers/0/explanation"),
                talk.path("/answers/x/explanation"),
                "/api/conversations/" + UUID.randomUUID() + "/answers/1/explanation",
                "/api/conversations/x/answers/1/explanation"}) {
            assertThat(client.get(path, staff()).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theKeyIsReadableByTheServiceAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(dataDir.resolve(StaffToken.FILE)))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    private JsonNode explanation(int answer) {
        HttpResponse<String> response = client.get(talk.path("/answers/" + answer + "/explanation"), staff());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        return JSON.readTree(response.body());
    }

    private Map<String, String> staff() {
        try {
            return Map.of("Authorization",
                    "Bearer " + Files.readString(dataDir.resolve(StaffToken.FILE)).strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
