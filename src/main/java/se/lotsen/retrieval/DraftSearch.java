package se.lotsen.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.embedding.Embeddings;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.retrieval.PageSearch.Meanings;

/** Searches drafts as the service searches what it serves: by the folder's synonyms, and by meaning where that is configured. */
public final class DraftSearch {
    private final @Nullable Embeddings embeddings;
    private final MeaningWeights weights;

    /** @param embeddings null for words alone */
    DraftSearch(@Nullable Embeddings embeddings, MeaningWeights weights) {
        this.embeddings = embeddings == null ? null : new RememberedEmbeddings(embeddings);
        this.weights = weights;
    }

    /**
     * @param folder for everything beside the pages
     * @throws se.lotsen.embedding.EmbeddingUnavailable when the backend does not answer
     */
    public PageSearch of(KnowledgeFolder folder, Library library) {
        List<IndexedPage> pages = library.pages().values().stream().map(IndexedPage::of).toList();
        Synonyms synonyms = Synonyms.read(folder, finding -> {
        }).orElse(new Synonyms(""));
        return PageSearch.of(pages, synonyms, embeddings == null
                ? null
                : new Meanings(embeddings, SeedQuestions.read(folder, pages), weights, (done, total) -> {
                }));
    }
}
