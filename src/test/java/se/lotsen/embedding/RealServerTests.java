package se.lotsen.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * With a server of one's own, as {@code scripts/real-models start} gives, its address in
 * {@code LOTSEN_REAL_EMBEDDING_URL}; otherwise skipped.
 */
@EnabledIfEnvironmentVariable(named = "LOTSEN_REAL_EMBEDDING_URL", matches = "http.+", disabledReason = "no server is named")
class RealServerTests {

    @Test
    void otherWordsForTheSameAreCloserThanOtherMatters() {
        EmbeddingProperties properties = Settings.with(System.getenv("LOTSEN_REAL_EMBEDDING_URL"),
                Map.of("name", "multilingual-e5-small",
                        "question-timeout", "10s"));
        try (GuardedEmbeddings embeddings = new GuardedEmbeddings(new OpenAiBackend(properties), properties,
                new SimpleMeterRegistry(), Clock.systemUTC())) {
            List<float[]> passages = embeddings.passages(List.of(
                    "Barn som är mellan ett och fem år kan få plats i förskola.",
                    "Du behöver tillstånd för att elda trädgårdsavfall.",
                    "Avgiften för parkering är 20 kronor."));
            float[] question = embeddings.question("Hur får min treåring en dagisplats?");
            assertThat(cosine(question, passages.getFirst())).isGreaterThan(cosine(question, passages.get(1)))
                    .isGreaterThan(cosine(question, passages.get(2)));
        }
    }

    private static double cosine(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
