package se.lotsen.retrieval;

import java.time.Duration;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.embedding.EmbeddingUnavailable;
import se.lotsen.embedding.Embeddings;

/**
 * A search over some pages in memory, for measuring and calibrating: with vectors it waits until every page has one, and for
 * each question as long as it takes, so that the same questions always find the same.
 */
public final class PageSearch implements Retriever, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PassageIndex index;
    private final Retriever retriever;

    private PageSearch(PassageIndex index, Retriever retriever) {
        this.index = index;
        this.retriever = retriever;
    }

    /**
     * What is known of meaning.
     *
     * @param embeddings the backend
     * @param seeds example questions
     * @param weights how much vectors count
     * @param progress hears how many passages of how many are embedded
     */
    public record Meanings(Embeddings embeddings, SeedQuestions seeds, MeaningWeights weights,
            BiConsumer<Integer, Integer> progress) {

        /** The same, which asks for each text once, however often an index is built anew. */
        public Meanings remembered() {
            return new Meanings(new RememberedEmbeddings(embeddings), seeds, weights, progress);
        }

        /** The same with other weights. */
        public Meanings with(MeaningWeights others) {
            return new Meanings(embeddings, seeds, others, progress);
        }
    }

    /**
     * @param meanings null for words alone
     * @throws EmbeddingUnavailable when the backend does not answer: a measurement never goes on without it
     */
    public static PageSearch of(Collection<IndexedPage> pages, Synonyms synonyms,
            @Nullable Meanings meanings) {
        PassageIndex index = PassageIndex.inMemory();
        index.useSynonyms(synonyms);
        index.update(pages);
        if (meanings == null) {
            return new PageSearch(index, index);
        }
        VectorIndex vectors = new VectorIndex(index);
        new PageEmbedder(vectors, meanings.embeddings()).run(pages, meanings.seeds(),
                meanings.progress()::accept);
        return new PageSearch(index, new FusedRetriever(index, vectors,
                new QuestionVectors(meanings.embeddings(), PATIENCE, Duration.ZERO), meanings.weights()));
    }

    @Override
    public Retrieval retrieve(String question, String language) {
        return retriever.retrieve(question, language);
    }

    @Override
    public Retrieval retrieveWithin(String question, String page) {
        return retriever.retrieveWithin(question, page);
    }

    @Override
    public void close() {
        index.close();
    }
}
