package se.lotsen.commandline;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.embedding.Embeddings;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.retrieval.EmbeddingStatus;
import se.lotsen.retrieval.EmbeddingUpkeep;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.MeaningWeights;
import se.lotsen.retrieval.PageSearch;
import se.lotsen.retrieval.SeedQuestions;

/** Embeddings for commands that measure: they wait until everything is embedded and say how far it has come. */
final class MeasuredMeanings {
    private static final Duration SAY_EVERY = Duration.ofSeconds(2);
    private static final int SAY_EVERY_PASSAGES = 100;

    private MeasuredMeanings() {
    }

    /** Whether an operator has named a backend. */
    static boolean areConfigured() {
        return Stream.of("LOTSEN_EMBEDDING_BASE_URL", "LOTSEN_EMBEDDING_ONNX_DIR")
                .map(name -> System.getenv().getOrDefault(name, "")).anyMatch(value -> !value.isBlank());
    }

    /** The backend, the knowledge base's example questions and its calibrated weights. */
    static PageSearch.Meanings of(ConfigurableApplicationContext context, PrintStream err) {
        List<IndexedPage> pages = context.getBean(KnowledgeWatch.class).library().pages().values().stream()
                .map(IndexedPage::of).toList();
        return new PageSearch.Meanings(context.getBean(Embeddings.class),
                SeedQuestions.read(context.getBean(KnowledgeFolder.class), pages),
                context.getBean(MeaningWeights.class), (done, of) -> {
                    if (done % SAY_EVERY_PASSAGES < 2 || done.equals(of)) {
                        err.println(done + " / " + of);
                    }
                });
    }

    /** Until every page of the context's own search has its vectors; a backend that is away is said, and not waited for. */
    static void await(ConfigurableApplicationContext context, PrintStream err) {
        EmbeddingUpkeep upkeep = context.getBean(EmbeddingUpkeep.class);
        try {
            while (!upkeep.awaitFirstRound(SAY_EVERY)) {
                err.println(upkeep.status().embedded() + " / " + upkeep.status().total());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        EmbeddingStatus status = upkeep.status();
        if (status.failure() != null) {
            err.println(status.model() + ": " + status.failure());
        }
    }
}
