package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.embedding.EmbeddingUnavailable;
import se.lotsen.embedding.Embeddings;
import se.lotsen.testing.FakeEmbeddings;

/** Only what changed is embedded, and what was embedded stays. */
class PageEmbedderTests {
    private static final SeedQuestions SEEDS = SeedQuestions.of(Map.of("sv", List.of("får jag bada")));

    @TempDir
    Path folder;
    private final FakeEmbeddings embeddings = FakeEmbeddings.working();

    @Test
    void aChangedPageAloneIsEmbeddedAgain() {
        try (PassageIndex index = PassageIndex.inMemory()) {
            VectorIndex vectors = new VectorIndex(index);
            embed(index, vectors, embeddings, pages("1", "1"));
            assertThat(embeddings.takePassages()).hasSize(4);
            embed(index, vectors, embeddings, pages("1", "2"));
            assertThat(embeddings.takePassages()).hasSize(2).allMatch(text -> text.contains("bygglov"));
            embed(index, vectors, embeddings, pages("1", "2"));
            assertThat(embeddings.takePassages()).isEmpty();
            assertThat(vectors.embedded("fake")).isEqualTo(Map.of("simhall", "1", "bygglov", "2"));
        }
    }

    @Test
    void anotherModelEmbedsEverythingAnewWhateverItsDimension() {
        try (PassageIndex index = PassageIndex.inMemory()) {
            VectorIndex vectors = new VectorIndex(index);
            embed(index, vectors, embeddings, pages("1", "1"));
            FakeEmbeddings other = new FakeEmbeddings("other", 32);
            embed(index, vectors, other, pages("1", "1"));
            assertThat(other.takePassages()).hasSize(4);
            assertThat(vectors.embedded("fake")).isEmpty();
            assertThat(vectors.dimension("other")).contains(32);
        }
    }

    @Test
    void aRestartAsksForNothing() {
        try (PassageIndex index = PassageIndex.open(folder)) {
            embed(index, new VectorIndex(index), embeddings, pages("1", "1"));
        }
        embeddings.takePassages();
        embeddings.takeQuestions();
        try (PassageIndex index = PassageIndex.open(folder)) {
            assertThat(embed(index, new VectorIndex(index), embeddings, pages("1", "1"))).isTrue();
        }
        assertThat(embeddings.takePassages()).isEmpty();
        assertThat(embeddings.takeQuestions()).isEmpty();
    }

    @Test
    void aBackendThatDiesLeavesEachBatchWholeAndTheRestIsDoneLater() {
        List<IndexedPage> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(page("p" + i, "1", "Text nummer " + i + " om avfall."));
        }
        Mortal mortal = new Mortal(embeddings, 2);
        try (PassageIndex index = PassageIndex.open(folder)) {
            index.update(many);
            VectorIndex vectors = new VectorIndex(index);
            assertThatThrownBy(
                    () -> new PageEmbedder(vectors, mortal).run(many, SEEDS, PageEmbedderTests::nothing))
                    .isInstanceOf(EmbeddingUnavailable.class);
        }
        // As after a crash: what was durable is read from the folder.
        try (PassageIndex index = PassageIndex.open(folder)) {
            VectorIndex vectors = new VectorIndex(index);
            assertThat(vectors.embedded("fake")).hasSize(2 * 8);
            embeddings.takePassages();
            assertThat(embed(index, vectors, embeddings, many)).isTrue();
            assertThat(embeddings.takePassages()).hasSize(2 * (40 - 2 * 8));
        }
    }

    @Test
    void vectorsOfAnotherLengthThanTheIndexHoldsAreRefused() {
        try (PassageIndex index = PassageIndex.inMemory()) {
            VectorIndex vectors = new VectorIndex(index);
            embed(index, vectors, embeddings, pages("1", "1"));
            assertThatThrownBy(() -> embed(index, vectors, new FakeEmbeddings("fake", 16), pages("1", "2")))
                    .isInstanceOfSatisfying(EmbeddingUnavailable.class, unavailable -> assertThat(
                            unavailable.reason()).isEqualTo(EmbeddingUnavailable.Reason.WRONG_DIMENSION));
        }
    }

    @Test
    void aPageThatChangedWhileItWasEmbeddedKeepsItsNewText() {
        try (PassageIndex index = PassageIndex.inMemory()) {
            VectorIndex vectors = new VectorIndex(index);
            List<IndexedPage> old = pages("1", "1");
            index.update(pages("1", "2"));
            assertThat(new PageEmbedder(vectors, embeddings).run(old, SEEDS, PageEmbedderTests::nothing))
                    .isFalse();
            assertThat(vectors.embedded("fake")).isEqualTo(Map.of("simhall", "1"));
            assertThat(index.retrieve("bygglov").digests()).containsEntry("bygglov", "2");
        }
    }

    @Test
    void progressCountsPassages() {
        List<String> heard = new ArrayList<>();
        try (PassageIndex index = PassageIndex.inMemory()) {
            index.update(pages("1", "1"));
            new PageEmbedder(new VectorIndex(index), embeddings).run(pages("1", "1"), SEEDS,
                    (done, of) -> heard.add(done + "/" + of));
        }
        assertThat(heard).first().isEqualTo("0/2");
        assertThat(heard).last().isEqualTo("2/2");
    }

    /** Lives for a number of batches. */
    private static final class Mortal implements Embeddings {
        private final Embeddings alive;
        private int left;

        Mortal(Embeddings alive, int batches) {
            this.alive = alive;
            this.left = batches;
        }

        @Override
        public String model() {
            return alive.model();
        }

        @Override
        public float[] question(String question) {
            return alive.question(question);
        }

        @Override
        public List<float[]> passages(List<String> passages) {
            if (left-- == 0) {
                throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.UNREACHABLE, "dead");
            }
            return alive.passages(passages);
        }
    }

    private static boolean embed(PassageIndex index, VectorIndex vectors, Embeddings embeddings,
            List<IndexedPage> pages) {
        index.update(pages);
        return new PageEmbedder(vectors, embeddings).run(pages, SEEDS, PageEmbedderTests::nothing);
    }

    private static void nothing(int done, int of) {
        // Most tests do not look at the progress.
    }

    private static List<IndexedPage> pages(String first, String second) {
        return List.of(page("simhall", first, "I simhallen badar barn gratis."),
                page("bygglov", second, "Du söker bygglov för en altan."));
    }

    private static IndexedPage page(String id, String digest, String text) {
        return new IndexedPage(id, digest, List.of("fråga om " + id),
                List.of(aPassage(id).paragraph(text).build()));
    }
}
