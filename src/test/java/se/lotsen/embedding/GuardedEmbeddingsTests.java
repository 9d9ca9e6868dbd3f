package se.lotsen.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.lotsen.embedding.EmbeddingUnavailable.Reason;

/** The rest of a backend that fails, on a clock that the test turns. */
class GuardedEmbeddingsTests {
    private Instant now = Instant.parse("2026-11-28T10:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private boolean failing;
    private boolean failingPassages;
    private final GuardedEmbeddings embeddings = new GuardedEmbeddings(new Switched(), Settings.of(Map.of()),
            meters,
            new Turned());

    @Test
    void aBackendThatFailsFiveTimesIsLeftAloneForFiveSeconds() {
        failing = true;
        for (int i = 0; i < 5; i++) {
            assertThat(reason()).isEqualTo(Reason.REFUSED);
        }
        assertThat(reason()).isEqualTo(Reason.RESTING);
        assertThat(asked).hasValue(5);
        assertThat(embeddings.standing().resting()).isTrue();
        assertThat(embeddings.standing().lastFault()).map(EmbeddingStanding.Fault::reason)
                .contains(Reason.REFUSED);
        now = now.plus(Duration.ofSeconds(4));
        assertThat(reason()).isEqualTo(Reason.RESTING);
    }

    @Test
    void afterItsRestTwoCallsThatSucceedMakeItWholeAgain() {
        restAndWait();
        failing = false;
        embeddings.question("a");
        embeddings.question("a");
        failing = true;
        assertThat(reason()).isEqualTo(Reason.REFUSED);
        assertThat(embeddings.standing().resting()).isFalse();
    }

    @Test
    void afterItsRestItRestsAgainWhenItStillFails() {
        restAndWait();
        assertThat(reason()).isEqualTo(Reason.REFUSED);
        assertThat(reason()).isEqualTo(Reason.REFUSED);
        assertThat(reason()).isEqualTo(Reason.RESTING);
    }

    @Test
    void passagesThatFailSilenceNoQuestion() {
        failingPassages = true;
        for (int i = 0; i < 6; i++) {
            catchThrowableOfType(EmbeddingUnavailable.class, () -> embeddings.passages(List.of("a")));
        }
        assertThat(asked).hasValue(5);
        assertThat(embeddings.question("a")).containsExactly(1, 0);
    }

    @Test
    void aCallThatWasInterruptedSaysNothingAboutTheBackend() {
        failing = true;
        for (int i = 0; i < 10; i++) {
            Thread.currentThread().interrupt();
            assertThat(reason()).isEqualTo(Reason.REFUSED);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(asked).hasValue(10);
    }

    @Test
    void everyCallIsCountedByItsOutcome() {
        embeddings.question("a");
        embeddings.passages(List.of("a"));
        failing = true;
        reason();
        assertThat(count("question", "ok")).isEqualTo(1);
        assertThat(count("question", "refused")).isEqualTo(1);
        assertThat(count("passage", "ok")).isEqualTo(1);
        assertThat(meters.get("lotsen.embedding.resting").tag("kind", "question").gauge().value()).isZero();
    }

    private long count(String kind, String outcome) {
        return meters.get("lotsen.embedding.requests").tag("kind", kind).tag("outcome", outcome).timer()
                .count();
    }

    private void restAndWait() {
        failing = true;
        for (int i = 0; i < 5; i++) {
            reason();
        }
        now = now.plus(Duration.ofMillis(5_001));
    }

    private Reason reason() {
        return catchThrowableOfType(EmbeddingUnavailable.class, () -> embeddings.question("a")).reason();
    }

    /** Fails when told so. */
    private final class Switched implements EmbeddingBackend {
        @Override
        public String model() {
            return "switched";
        }

        @Override
        public List<float[]> vectors(List<String> texts, Kind kind) {
            asked.incrementAndGet();
            if (failing || failingPassages && kind == Kind.PASSAGE) {
                throw new EmbeddingUnavailable(Reason.REFUSED, "told so");
            }
            return texts.stream().map(text -> new float[]{7, 0}).toList();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** Shows what the test says. */
    private final class Turned extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
