package se.lotsen.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import se.lotsen.embedding.EmbeddingUnavailable.Reason;

/** A real, small, English model. */
class OnnxBackendTests {
    private static final String RESOURCE = "/all-minilm-l6-v2-q";

    @TempDir
    static Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        copy(RESOURCE + ".onnx", folder.resolve("model.onnx"));
        copy(RESOURCE + "-tokenizer.json", folder.resolve("tokenizer.json"));
    }

    @Test
    void textsThatMeanTheSameAreCloserThanOthers() {
        try (GuardedEmbeddings embeddings = open(Map.of("question-timeout", "20s"))) {
            float[] question = embeddings.question("When is the library open?");
            List<float[]> passages = embeddings.passages(
                    List.of("The library's opening hours are 9 to 18.",
                            "Dogs must be kept on a lead in spring."));
            assertThat(cosine(question, question)).isCloseTo(1, within(1e-5));
            assertThat(cosine(question, passages.getFirst()))
                    .isGreaterThan(0.3 + cosine(question, passages.getLast()));
            assertThat(embeddings.standing().dimension()).isEqualTo(384);
            assertThat(embeddings.model()).startsWith(folder.getFileName() + "@").endsWith("-mean");
        }
    }

    @Test
    void whatTakesTooLongIsATimeoutAndAClosedModelAnswersNobody() {
        GuardedEmbeddings embeddings = open(Map.of("question-timeout", "1ns"));
        assertThat(reason(embeddings)).isEqualTo(Reason.TIMEOUT);
        embeddings.close();
        assertThat(reason(embeddings)).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aFolderWithoutAModelIsRefusedByName(@TempDir Path empty) {
        assertThatThrownBy(() -> new OnnxFolder(empty, null)).isInstanceOf(EmbeddingRefused.class)
                .hasMessage("lotsen.embedding.onnx-dir: " + empty.resolve("model.onnx") + " cannot be read");
    }

    @Test
    void aFileThatIsNoModelIsRefused(@TempDir Path broken) throws IOException {
        Files.writeString(broken.resolve("model.onnx"), "no model");
        Files.writeString(broken.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> new OnnxBackend(new OnnxFolder(broken, null), Settings.of(Map.of())))
                .isInstanceOf(EmbeddingRefused.class)
                .hasMessage(
                        "lotsen.embedding.onnx-dir: " + broken + " holds no model that can be loaded here");
    }

    @Test
    void aJarWithoutTheLibrarySaysHowToGetIt() {
        new ApplicationContextRunner().withUserConfiguration(EmbeddingConfiguration.class)
                .withBean(SimpleMeterRegistry.class).withBean(Clock.class, Clock::systemUTC)
                .withClassLoader(new FilteredClassLoader("dev.langchain4j.model.embedding.onnx"))
                .withPropertyValues("lotsen.embedding.onnx-dir=" + folder).run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure()).rootCause()
                            .hasMessageContaining("mvn -Ponnx package");
                });
    }

    /** So long that no model is done before it is asked for the result. */
    private static final String LONG = "When is the library open on a Sunday in winter? ".repeat(300);

    private static Reason reason(GuardedEmbeddings embeddings) {
        return catchThrowableOfType(EmbeddingUnavailable.class, () -> embeddings.question(LONG)).reason();
    }

    private static GuardedEmbeddings open(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("onnx-dir", folder.toString());
        EmbeddingProperties properties = Settings.of(all);
        return new GuardedEmbeddings(new OnnxBackend(new OnnxFolder(folder, null), properties), properties,
                new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = OnnxBackendTests.class.getResourceAsStream(resource)) {
            Files.copy(in, target);
        }
    }
}
