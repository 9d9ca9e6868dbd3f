package se.lotsen.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is shipped to run models beside the service; neither containers nor models are at hand in the tests. */
class ShippedModelsTests {

    @Test
    void theEmbeddingContainerIsReachableByTheServiceAlone() throws IOException {
        JsonNode compose = new YAMLMapper().readTree(Files.readString(Path.of("docker-compose.yml")));
        JsonNode embedding = compose.at("/services/embedding");
        assertThat(embedding.has("ports")).isFalse();
        assertThat(embedding.at("/profiles/0").asString()).isEqualTo("embedding");
        assertThat(embedding.get("networks")).hasSize(1);
        String network = embedding.at("/networks/0").asString();
        assertThat(compose.at("/networks/" + network + "/internal").asBoolean()).isTrue();
        assertThat(compose.at("/services/lotsen/networks")).extracting(JsonNode::asString).contains(network,
                "default");
    }

    @Test
    void theServiceIsToldWhereTheContainerListens() throws IOException {
        JsonNode compose = new YAMLMapper().readTree(Files.readString(Path.of("docker-compose.yml")));
        String dockerfile = Files.readString(Path.of("etc",
                compose.at("/services/embedding/build/dockerfile").asString()));
        assertThat(compose.at("/services/lotsen/environment/LOTSEN_EMBEDDING_BASE_URL").asString())
                .contains("COMPOSE_PROFILES:+http://embedding:8898/v1");
        assertThat(dockerfile).contains("\"--port\", \"8898\"").contains("USER embedding");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theScriptExplainsItselfAndSaysWhatIsMissing(@TempDir Path folder) throws Exception {
        assertThat(run(System.getenv("PATH"), folder, "nonsense")).isEqualTo(2);
        Path dirname = Files.writeString(folder.resolve("dirname"), "#!/bin/bash\necho \"${1%/*}\"\n");
        assertThat(dirname.toFile().setExecutable(true)).isTrue();
        assertThat(run(folder.toString(), folder, "start")).isEqualTo(3);
        assertThat(folder.resolve("out")).content().contains("python3 is missing");
    }

    private static int run(String path, Path folder, String command) throws Exception {
        ProcessBuilder script = new ProcessBuilder("/bin/bash", "scripts/real-models", command)
                .redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        script.environment().put("PATH", path);
        script.environment().put("LOTSEN_REAL_MODELS_DIR", folder.resolve("models").toString());
        Process process = script.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
