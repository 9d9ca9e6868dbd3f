package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lotsen.embedding.EmbeddingUnavailable;
import se.lotsen.testing.FakeEmbeddings;

/** Words and meaning together, and words alone whenever meaning is not to be had. */
class FusedRetrieverTests {
    private static final List<IndexedPage> PAGES = List.of(
            page("simhall", "I simhallen badar barn gratis.", "när får man bada"),
            page("bygglov", "Du söker bygglov för en altan.", "får jag bygga en altan"),
            page("bibliotek", "Biblioteket lånar ut filmer.", "hur länge får man låna"),
            page("sopor", "Vi hämtar avfall varje vecka.", "när töms sopor"));
    private static final SeedQuestions SEEDS = SeedQuestions.of(Map.of(
            "sv", List.of("får jag bada", "får jag bygga", "får jag låna"),
            "en", List.of("may i swim", "do i need a permit", "where are books")));

    private final PassageIndex index = PassageIndex.inMemory();
    private final VectorIndex vectors = new VectorIndex(index);
    private final FakeEmbeddings embeddings = FakeEmbeddings.working();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aQuestionInAnotherLanguageFindsItsPage() {
        Retriever retriever = ready(MeaningWeights.LABORATORY);
        assertThat(first(index.retrieve("where can my kids swim"))).isEmpty();
        assertThat(first(retriever.retrieve("where can my kids swim", "en"))).isEqualTo("simhall");
        assertThat(first(retriever.retrieve("do I need a permit", "en"))).isEqualTo("bygglov");
    }

    @Test
    void theEvidenceSaysByWhichModelAPageWasFound() {
        Meaning meaning = ready(MeaningWeights.LABORATORY).retrieve("var får barn bada", "sv").evidence()
                .meaning();
        assertThat(meaning.isUsed()).isTrue();
        assertThat(meaning.model()).isEqualTo("fake");
        assertThat(meaning.home()).isTrue();
        assertThat(meaning.agrees()).isEqualTo(1);
        assertThat(meaning.cosine()).isGreaterThan(0.8).isEqualTo(meaning.bestCosine());
        assertThat(meaning.lead()).isPositive();
        assertThat(meaning.standing()).isPositive();
    }

    @Test
    void theWeightDependsOnTheLanguageOfTheQuestion() {
        // The words speak for the library, the meaning for the pool.
        String question = "filmer swim";
        Retriever homeByWords = ready((model, home) -> home ? 0 : 10);
        assertThat(first(homeByWords.retrieve(question, "sv"))).isEqualTo("bibliotek");
        assertThat(first(homeByWords.retrieve(question, "en"))).isEqualTo("simhall");
    }

    @Test
    void withoutWeightTheOrderIsThatOfWords() {
        Retriever retriever = ready((model, home) -> 0);
        for (String question : List.of("altan bygglov", "barn gratis", "filmer varje vecka")) {
            assertThat(retriever.retrieve(question, "sv").pages()).extracting(Retrieval.RankedPage::page)
                    .startsWith(index.retrieve(question).pages().stream().map(Retrieval.RankedPage::page)
                            .toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource(EmbeddingUnavailable.Reason.class)
    void aDeadBackendLeavesWordsAloneInTheSameCall(EmbeddingUnavailable.Reason reason) {
        Retriever retriever = ready(MeaningWeights.LABORATORY);
        embeddings.failWith(reason);
        assertSameAsWords(retriever.retrieve("altan bygglov", "sv"), "altan bygglov", reason.name());
    }

    @Test
    void aSlowBackendIsNotWaitedForAndNotAskedTwiceInARow() {
        Retriever retriever = ready(MeaningWeights.LABORATORY, Duration.ofMillis(20), Duration.ofHours(1));
        CountDownLatch never = new CountDownLatch(1);
        embeddings.takeQuestions();
        embeddings.hold(never);
        assertSameAsWords(retriever.retrieve("altan bygglov", "sv"), "altan bygglov", "TIMEOUT");
        assertSameAsWords(retriever.retrieve("barn gratis", "sv"), "barn gratis", "RESTING");
        assertThat(embeddings.takeQuestions()).hasSizeLessThanOrEqualTo(1);
        never.countDown();
    }

    @Test
    void aQuestionOfAnotherDimensionLeavesWordsAlone() {
        Retriever retriever = ready(MeaningWeights.LABORATORY);
        embeddings.answerQuestionsOf(16);
        assertSameAsWords(retriever.retrieve("altan bygglov", "sv"), "altan bygglov", "WRONG_DIMENSION");
    }

    @Test
    void beforeEveryPassageHasAVectorWordsAlone() {
        index.update(PAGES);
        Retriever retriever = retriever(MeaningWeights.LABORATORY, Duration.ofSeconds(10), Duration.ZERO);
        assertSameAsWords(retriever.retrieve("altan bygglov", "sv"), "altan bygglov", "NOT_READY");
        assertThat(embeddings.takeQuestions()).isEmpty();
    }

    @Test
    void aQuestionWithoutWordsHasNoShareOfAnyPage() {
        Retrieval retrieval = ready(MeaningWeights.LABORATORY).retrieve("hur då", "sv");
        assertThat(retrieval.pages()).isNotEmpty().allSatisfy(page -> assertThat(page.share()).isZero());
        assertThat(retrieval.evidence().boundShare()).isZero();
        assertThat(retrieval.evidence().features().values())
                .allSatisfy(value -> assertThat(value).isFinite());
    }

    @Test
    void withinAPageTheBackendIsNotAsked() {
        Retriever retriever = ready(MeaningWeights.LABORATORY);
        embeddings.takeQuestions();
        assertThat(first(retriever.retrieveWithin("altan", "simhall"))).isEqualTo("simhall");
        assertThat(embeddings.takeQuestions()).isEmpty();
    }

    private void assertSameAsWords(Retrieval retrieval, String question, String reason) {
        Retrieval words = index.retrieve(question);
        assertThat(retrieval.pages()).isEqualTo(words.pages()).isNotEmpty();
        assertThat(retrieval.evidence().features()).isEqualTo(words.evidence().features());
        assertThat(retrieval.evidence().meaning().isUsed()).isFalse();
        assertThat(retrieval.evidence().meaning().without()).isEqualTo(reason);
    }

    private Retriever ready(MeaningWeights weights) {
        return ready(weights, Duration.ofSeconds(10), Duration.ZERO);
    }

    private Retriever ready(MeaningWeights weights, Duration deadline, Duration rest) {
        index.update(PAGES);
        assertThat(new PageEmbedder(vectors, embeddings).run(PAGES, SEEDS, (done, of) -> {
        })).isTrue();
        return retriever(weights, deadline, rest);
    }

    private Retriever retriever(MeaningWeights weights, Duration deadline, Duration rest) {
        return new FusedRetriever(index, vectors, new QuestionVectors(embeddings, deadline, rest), weights);
    }

    private static String first(Retrieval retrieval) {
        return retrieval.pages().isEmpty() ? "" : retrieval.pages().getFirst().page();
    }

    static IndexedPage page(String id, String text, String... questions) {
        return new IndexedPage(id, "1", List.of(questions), List.of(aPassage(id).paragraph(text).build()));
    }
}
