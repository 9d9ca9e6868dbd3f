package se.lotsen.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.lotsen.embedding.EmbeddingUnavailable.Reason;
import se.lotsen.testing.EmbeddingServer;
import se.lotsen.testing.EmbeddingServer.Asked;
import se.lotsen.testing.EmbeddingServer.Fault;
import se.lotsen.testing.LogCapture;

/** Real HTTP to a server that does what it is told. */
@Timeout(60)
class OpenAiBackendTests {
    private static final String KEY = "sk-hemlig-4711";
    private static final String QUESTION = "Vad kostar en parkeringsplats?";

    private final EmbeddingServer server = new EmbeddingServer();
    private final LogCapture logs = new LogCapture();
    private GuardedEmbeddings embeddings;

    @BeforeEach
    void open() {
        embeddings = open(Map.of());
    }

    @AfterEach
    void close() {
        embeddings.close();
        logs.close();
        server.close();
    }

    @Test
    void aQuestionAndPassagesSayWhatTheyAre() {
        embeddings.question(QUESTION);
        embeddings.passages(List.of("Ett stycke.", "Ett till."));
        assertThat(server.asked()).containsExactly(
                new Asked(List.of(QUESTION), "e5", "query", "Bearer " + KEY),
                new Asked(List.of("Ett stycke.", "Ett till."), "e5", "passage", "Bearer " + KEY));
    }

    @Test
    void theTypeAndTheKeyAreLeftOutWhenTheyAreNotWanted() {
        embeddings = open(Map.of("input-type", "false", "api-key", " "));
        embeddings.question(QUESTION);
        assertThat(server.asked()).containsExactly(new Asked(List.of(QUESTION), "e5", null, null));
    }

    @Test
    void prefixesComeOnlyWhenTheyAreSet() {
        embeddings = open(Map.of("question-prefix", "query: ", "passage-prefix", "passage: "));
        embeddings.question(QUESTION);
        embeddings.passages(List.of("Ett stycke."));
        assertThat(server.asked()).extracting(Asked::texts).containsExactly(List.of("query: " + QUESTION),
                List.of("passage: Ett stycke."));
    }

    @Test
    void anotherPassagePrefixIsAnotherModel() {
        assertThat(embeddings.model()).isEqualTo("e5");
        assertThat(open(Map.of("passage-prefix", "passage: ")).model()).startsWith("e5#")
                .isNotEqualTo(open(Map.of("passage-prefix", "p: ")).model());
    }

    @Test
    void vectorsComeInOrderAtUnitLengthInBatches() {
        embeddings = open(Map.of("batch-size", "3"));
        List<String> texts = IntStream.range(0, 7).mapToObj(i -> "stycke nummer " + i).toList();
        List<float[]> vectors = embeddings.passages(texts);
        assertThat(server.asked()).extracting(asked -> asked.texts().size()).containsExactly(3, 3, 1);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(vectors.get(i)).containsExactly(EmbeddingServer.vector(texts.get(i)), within(1e-6f));
        }
        assertThat(embeddings.passages(List.of())).isEmpty();
        assertThat(embeddings.standing().dimension()).isEqualTo(EmbeddingServer.DIMENSION);
    }

    @ParameterizedTest
    @CsvSource({"DEAD, UNREACHABLE", "CUT, UNREACHABLE", "SILENT, TIMEOUT", "STATUS_429, REFUSED",
            "STATUS_500, REFUSED", "HALF_DIMENSION, WRONG_DIMENSION", "ONE_MISSING, REFUSED", "NAN, REFUSED",
            "INFINITE, REFUSED", "ZERO, REFUSED", "HTML, REFUSED", "HUGE, REFUSED"})
    void everyFaultIsTypedWithinTheDeadlineAndRepeatsNothing(Fault fault, Reason reason) {
        embeddings.question("Något som går bra");
        server.fail(fault);
        long begun = System.nanoTime();
        EmbeddingUnavailable thrown = catchThrowableOfType(EmbeddingUnavailable.class,
                () -> embeddings.question(QUESTION));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isLessThan(4_000);
        assertThat(thrown.reason()).isEqualTo(reason);
        assertThat(thrown).hasNoCause().hasMessageNotContaining("parkering")
                .hasMessageNotContaining("Portal");
        assertThat(embeddings.standing().lastFault()).map(EmbeddingStanding.Fault::reason).contains(reason);
        assertThat(server.asked()).as("nothing is tried twice").hasSize(2);
        server.fail(Fault.NONE);
        assertThat(embeddings.question(QUESTION)).hasSize(EmbeddingServer.DIMENSION);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"DEAD", "STATUS_500", "HALF_DIMENSION", "HTML", "CUT"})
    void passagesFailLikewise(Fault fault) {
        embeddings.passages(List.of("Något som går bra"));
        server.fail(fault);
        assertThatThrownBy(() -> embeddings.passages(List.of("Ett stycke.")))
                .isInstanceOf(EmbeddingUnavailable.class);
    }

    @Test
    void nobodyThereIsUnreachable() {
        server.close();
        assertThat(reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void theDimensionThatWasSetIsNotLearnt() {
        embeddings = open(Map.of("dimension", "65"));
        assertThat(reason()).isEqualTo(Reason.WRONG_DIMENSION);
        assertThat(reason()).isEqualTo(Reason.WRONG_DIMENSION);
    }

    @Test
    void aBlankTextIsRefusedWithoutAskingAnybody() {
        assertThatThrownBy(() -> embeddings.question(" \n")).isInstanceOf(EmbeddingUnavailable.class);
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"NONE", "STATUS_500", "HTML", "DEAD"})
    void neitherTheKeyNorTheQuestionIsLogged(Fault fault) {
        server.fail(fault);
        try {
            embeddings.question(QUESTION);
        } catch (EmbeddingUnavailable e) {
            assertThat(e.toString()).doesNotContain(KEY, "parkering");
        }
        assertThat(logs.lines()).noneMatch(line -> line.contains(KEY) || line.contains("parkering"));
        assertThat(server.asked()).extracting(Asked::authorization).containsOnly("Bearer " + KEY);
    }

    @Test
    void aClosedBackendAnswersNobody() {
        embeddings.close();
        assertThat(reason()).isEqualTo(Reason.UNREACHABLE);
    }

    private Reason reason() {
        return catchThrowableOfType(EmbeddingUnavailable.class, () -> embeddings.question(QUESTION)).reason();
    }

    private GuardedEmbeddings open(Map<String, String> settings) {
        EmbeddingProperties properties = Settings.with(server.baseUrl(), Map.of("api-key", KEY,
                "question-timeout", "2s"), settings);
        return new GuardedEmbeddings(new OpenAiBackend(properties), properties, new SimpleMeterRegistry(),
                Clock.systemUTC());
    }
}
