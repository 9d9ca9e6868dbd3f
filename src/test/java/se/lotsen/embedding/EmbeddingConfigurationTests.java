package se.lotsen.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import se.lotsen.testing.LogCapture;

class EmbeddingConfigurationTests {
    private static final String SERVER = "lotsen.embedding.base-url=http://127.0.0.1:9/v1";
    private static final String NAME = "lotsen.embedding.name=e5";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(EmbeddingConfiguration.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void withoutSettingsThereIsNoBean() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Embeddings.class));
        runner.withPropertyValues("lotsen.embedding.base-url= ", "lotsen.embedding.name=")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Embeddings.class));
    }

    @Test
    void withAServerThereIsOneThatAlsoTellsHowItStands() {
        runner.withPropertyValues(SERVER, NAME).run(context -> {
            assertThat(context.getBean(Embeddings.class).model()).isEqualTo("e5");
            EmbeddingStanding standing = context.getBean(EmbeddingStanding.Source.class).standing();
            assertThat(standing.resting()).isFalse();
            assertThat(standing.lastFault()).isEmpty();
            assertThat(standing.dimension()).isZero();
        });
    }

    @Test
    void theEnvironmentIsRead() {
        runner.withInitializer(context -> context.getEnvironment().getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
                        java.util.Map.of("LOTSEN_EMBEDDING_BASE_URL", "http://127.0.0.1:9/v1",
                                "LOTSEN_EMBEDDING_NAME", "from-environment", "LOTSEN_EMBEDDING_API_KEY", "k",
                                "LOTSEN_EMBEDDING_API_KEY_FILE", "", "LOTSEN_EMBEDDING_QUESTION_PREFIX",
                                "query: "))))
                .run(context -> {
                    EmbeddingProperties properties = context.getBean(EmbeddingProperties.class);
                    assertThat(properties.name()).isEqualTo("from-environment");
                    assertThat(properties.questionPrefix()).isEqualTo("query: ");
                    assertThat(properties.key()).contains(new ApiKey("k"));
                });
    }

    @Test
    void theKeyMayLieInAFileAndIsInNoText(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "sk-hemlig-4711\n");
        try (LogCapture logs = new LogCapture()) {
            runner.withPropertyValues(SERVER, NAME, "lotsen.embedding.api-key-file=" + file).run(context -> {
                EmbeddingProperties properties = context.getBean(EmbeddingProperties.class);
                assertThat(properties.key()).map(ApiKey::secret).contains("sk-hemlig-4711");
                assertThat(properties.toString() + properties.key()).doesNotContain("hemlig").contains("***");
                assertThat(logs.lines()).noneMatch(line -> line.contains("hemlig"));
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "lotsen.embedding.name=                          | lotsen.embedding.name must be set",
            "lotsen.embedding.base-url=127.0.0.1:9/v1        | base-url must be",
            "lotsen.embedding.base-url=ftp://host/v1         | base-url must be",
            "lotsen.embedding.base-url=http://u:p@host/v1    | base-url must be",
            "lotsen.embedding.base-url=http://host/v1?key=1  | base-url must be",
            "lotsen.embedding.base-url=http://a host/v1      | base-url must be",
            "lotsen.embedding.onnx-dir=models                | set base-url or onnx-dir, not both",
            "lotsen.embedding.question-timeout=0s            | question-timeout must be above zero",
            "lotsen.embedding.passage-timeout=-1s            | passage-timeout must be above zero",
            "lotsen.embedding.batch-size=0                   | batch-size must be 1..512",
            "lotsen.embedding.batch-size=513                 | batch-size must be 1..512",
            "lotsen.embedding.dimension=0                    | dimension must be above zero",
            "lotsen.embedding.api-key-file=/no/such/file     | api-key-file: /no/such/file cannot be read"})
    void whatContradictsItselfIsRefusedInOneLine(String setting, String said) {
        runner.withPropertyValues(SERVER, NAME).withPropertyValues(setting.strip()).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).rootCause().isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("lotsen.embedding").hasMessageContaining(said);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk hemlig", "sk-hemlig\u00e5", "sk-\u0007hemlig"})
    void aKeyThatNoHeaderMayCarryIsRefusedWithoutRepeatingIt(String key) {
        runner.withPropertyValues(SERVER, NAME, "lotsen.embedding.api-key=" + key).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("api-key")
                    .hasMessageNotContaining("hemlig");
            assertThat(context.getStartupFailure()).hasStackTraceContaining("api-key");
        });
    }

    @Test
    void aKeyTwiceIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "a");
        runner.withPropertyValues(SERVER, NAME, "lotsen.embedding.api-key=b",
                "lotsen.embedding.api-key-file=" + file)
                .run(context -> assertThat(context).hasFailed());
    }
}
