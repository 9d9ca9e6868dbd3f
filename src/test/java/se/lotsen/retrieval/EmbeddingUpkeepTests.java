package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.lotsen.embedding.EmbeddingUnavailable;
import se.lotsen.embedding.Embeddings;
import se.lotsen.testing.FakeEmbeddings;

/** The work in the background: what it has done, why it has not, and when it tries again. */
class EmbeddingUpkeepTests {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final List<IndexedPage> PAGES = List.of(
            new IndexedPage("simhall", "1", List.of(),
                    List.of(aPassage("simhall").paragraph("Bada här.").build())));

    private final PassageIndex index = PassageIndex.inMemory();
    private final VectorIndex vectors = new VectorIndex(index);
    private final FakeEmbeddings embeddings = FakeEmbeddings.working();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void embedsThePagesAndSaysSo() throws InterruptedException {
        index.update(PAGES);
        try (EmbeddingUpkeep upkeep = upkeep(embeddings, Duration.ofHours(1))) {
            upkeep.changed(PAGES, SeedQuestions.NONE);
            assertThat(upkeep.awaitFirstRound(Duration.ofSeconds(30))).isTrue();
            assertThat(upkeep.status()).isEqualTo(new EmbeddingStatus("fake", 1, 1, true, null, null));
        }
    }

    @Test
    void aBackendThatIsAwayIsSaidWithTheNextTry() throws InterruptedException {
        index.update(PAGES);
        embeddings.failWith(EmbeddingUnavailable.Reason.UNREACHABLE);
        try (EmbeddingUpkeep upkeep = upkeep(embeddings, Duration.ofHours(1))) {
            upkeep.changed(PAGES, SeedQuestions.NONE);
            assertThat(upkeep.awaitFirstRound(Duration.ofSeconds(30))).isTrue();
            assertThat(upkeep.status()).isEqualTo(
                    new EmbeddingStatus("fake", 0, 1, false, "UNREACHABLE", NOW.plus(Duration.ofHours(1))));
        }
    }

    @Test
    void triesAgainUntilTheBackendIsBack() throws InterruptedException {
        index.update(PAGES);
        CountDownLatch answered = new CountDownLatch(1);
        try (EmbeddingUpkeep upkeep = upkeep(new BackAfter(embeddings, 3, answered), Duration.ofMillis(1))) {
            upkeep.changed(PAGES, SeedQuestions.of(Map.of("sv", List.of("bada"))));
            assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The index is closed next, which it refuses while anybody commits. */
    @Test
    void whatIsUnderWayIsOverWhenItIsClosed() throws InterruptedException {
        index.update(PAGES);
        CountDownLatch asked = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        try (EmbeddingUpkeep upkeep = upkeep(new Interrupted(asked, over), Duration.ofHours(1))) {
            upkeep.changed(PAGES, SeedQuestions.NONE);
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(over).isTrue();
    }

    @Test
    void withoutABackendNothingIsWaitedFor() throws InterruptedException {
        try (EmbeddingUpkeep none = EmbeddingUpkeep.none()) {
            none.changed(PAGES, SeedQuestions.NONE);
            assertThat(none.awaitFirstRound(Duration.ZERO)).isTrue();
            assertThat(none.status()).isEqualTo(EmbeddingStatus.NOT_CONFIGURED);
        }
    }

    @Test
    void aMeasurementNeverGoesOnWithoutItsVectors() {
        embeddings.failWith(EmbeddingUnavailable.Reason.UNREACHABLE);
        assertThatThrownBy(() -> PageSearch.of(PAGES, new Synonyms(""), new PageSearch.Meanings(embeddings,
                SeedQuestions.NONE, MeaningWeights.LABORATORY, (done, of) -> {
                }))).isInstanceOf(EmbeddingUnavailable.class);
    }

    @Test
    void aMeasurementAsksForEachTextOnce() {
        PageSearch.Meanings remembered = new PageSearch.Meanings(embeddings, SeedQuestions.NONE,
                MeaningWeights.LABORATORY, (done, of) -> {
                }).remembered();
        for (int i = 0; i < 3; i++) {
            try (PageSearch search = PageSearch.of(PAGES, new Synonyms(""), remembered)) {
                assertThat(search.retrieve("swim", "en").pages()).isNotEmpty();
            }
        }
        assertThat(embeddings.takePassages()).hasSize(1);
        assertThat(embeddings.takeQuestions()).containsExactly("swim");
    }

    private EmbeddingUpkeep upkeep(Embeddings backend, Duration pause) {
        return new EmbeddingUpkeep(new PageEmbedder(vectors, backend), backend.model(),
                Clock.fixed(NOW, ZoneOffset.UTC), pause, pause);
    }

    /** Answers nothing before it is interrupted, and has something left to do then. */
    private record Interrupted(CountDownLatch asked, AtomicBoolean over) implements Embeddings {
        private static final int TIDYING = 10_000;

        @Override
        public String model() {
            return "fake";
        }

        @Override
        public float[] question(String question) {
            throw new AssertionError(question);
        }

        @Override
        public List<float[]> passages(List<String> passages) {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                for (int i = 0; i < TIDYING; i++) {
                    Thread.yield();
                }
            }
            over.set(true);
            throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.UNREACHABLE, "away");
        }
    }

    /** Away for some calls; says when the seeds, which come last, were asked for. */
    private static final class BackAfter implements Embeddings {
        private final Embeddings alive;
        private final CountDownLatch answered;
        private int away;

        BackAfter(Embeddings alive, int away, CountDownLatch answered) {
            this.alive = alive;
            this.away = away;
            this.answered = answered;
        }

        @Override
        public String model() {
            return alive.model();
        }

        @Override
        public float[] question(String question) {
            answered.countDown();
            return alive.question(question);
        }

        @Override
        public List<float[]> passages(List<String> passages) {
            if (away-- > 0) {
                throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.UNREACHABLE, "away");
            }
            return alive.passages(passages);
        }
    }
}
