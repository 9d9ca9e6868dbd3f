package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.ServiceProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged service with logs for machines, started with the assistant held back. */
class StructuredLogsIntegrationTests {
    private static final String CANARY = "kanariefågelsexton";
    @TempDir
    Path data;

    @Test
    void everyLineIsJsonAndNoneHoldsWhatACitizenWrote() {
        try (ServiceProcess service = ServiceProcess.serve(data, KnowledgeFiles.shipped().root(),
                Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs", "LOTSEN_ASSISTANT_MODE", "search-only"))) {
            ChatClient citizen = service.client();
            Talk talk = citizen.start();
            assertThat(citizen.ask(talk, "vad kostar förskolan " + CANARY).getLast().data()
                    .required("outcome").asString()).as("as the environment says")
                    .isEqualTo("NOT_ANSWERED_SEARCH_ONLY");
            citizen.post(talk.path("/questions"), talk.headers(ChatClient.newKey()),
                    "{\"question\": " + CANARY);
            citizen.post(talk.path("/answers/1/feedback"), talk.headers(ChatClient.newKey()),
                    "{\"helpful\": false, \"comment\": \"" + CANARY + "\"}");
            citizen.post(talk.path("/handover"), talk.headers(ChatClient.newKey()),
                    "{\"wish\": \"" + CANARY + "\"}");
            citizen.post(talk.path("/messages"), talk.headers(ChatClient.newKey()),
                    "{\"text\": \"" + CANARY + "\"}");
            citizen.get("/" + CANARY + "?fraga=" + CANARY, Map.of());
            List<String> lines = service.log().lines().toList();
            assertThat(lines).hasSizeGreaterThan(5).allSatisfy(line -> {
                JsonNode json = JsonMapper.builder().build().readTree(line);
                assertThat(json.path("@timestamp").isString()).isTrue();
                assertThat(json.path("message").isString()).isTrue();
            });
            assertThat(service.log()).doesNotContain(CANARY);
        }
    }
}
