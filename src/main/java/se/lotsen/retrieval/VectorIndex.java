package se.lotsen.retrieval;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The vectors in the index: which passages have one, putting more in, and what is worked out from them once they are whole.
 * Vectors take part in a search only while every passage has one of the same model.
 */
final class VectorIndex {
    private static final String MEAN = "lotsen.embedding.mean.";
    private static final String SEEDS = "lotsen.embedding.seeds";

    private final PassageIndex index;
    private volatile @Nullable Ready ready;

    VectorIndex(PassageIndex index) {
        this.index = index;
    }

    /**
     * What a search with vectors needs, for one state of the index.
     *
     * @param state that state
     * @param dimension of its vectors
     */
    record Ready(Object state, String model, int dimension, VectorStatistics statistics,
            QuestionMeans means) {
    }

    /** A page and a vector for each of its passages, in order. */
    record EmbeddedPage(IndexedPage page, List<float[]> vectors) {
    }

    /** The digests of the pages whose vectors are of this model, by page. */
    Map<String, String> embedded(String model) {
        Map<String, String> digests = new HashMap<>();
        index.eachPassage(Set.of(PassageDocument.PAGE, PassageDocument.DIGEST, PassageDocument.MODEL),
                fields -> {
                    if (model.equals(fields.get(PassageDocument.MODEL))) {
                        digests.put(fields.get(PassageDocument.PAGE), fields.get(PassageDocument.DIGEST));
                    }
                });
        return digests;
    }

    /** Puts the vectors of some pages in, all of them or none; pages that have changed meanwhile are left as they are. */
    void put(Collection<EmbeddedPage> pages, String model) {
        index.change(open -> {
            for (EmbeddedPage one : pages) {
                if (isHeld(one.page())) {
                    open.updateDocuments(new Term(PassageDocument.PAGE, one.page().id()),
                            PassageDocument.of(one.page(), model, one.vectors()));
                }
            }
            return pages.size();
        });
    }

    private boolean isHeld(IndexedPage page) {
        return index.read((searcher, stems) -> {
            ScoreDoc[] found = searcher.search(new TermQuery(new Term(PassageDocument.PAGE, page.id())),
                    1).scoreDocs;
            return found.length > 0 && page.digest().equals(searcher.storedFields()
                    .document(found[0].doc, Set.of(PassageDocument.DIGEST)).get(PassageDocument.DIGEST));
        });
    }

    /** The means of example questions as they were kept, if they are of this model and these examples. */
    Optional<QuestionMeans> means(String seeds, int dimension) {
        Map<String, String> notes = index.notes();
        if (!seeds.equals(notes.get(SEEDS))) {
            return Optional.empty();
        }
        Map<String, String> texts = new HashMap<>();
        notes.forEach((name, text) -> {
            if (name.startsWith(MEAN)) {
                texts.put(name.substring(MEAN.length()), text);
            }
        });
        return Optional.of(QuestionMeans.parse(texts, dimension));
    }

    /** Keeps the means beside the documents. */
    void keep(QuestionMeans means, String seeds) {
        index.change(open -> {
            Map<String, String> notes = index.notes();
            new HashSet<>(notes.keySet()).stream().filter(name -> name.startsWith(MEAN))
                    .forEach(notes::remove);
            means.text().forEach((language, text) -> notes.put(MEAN + language, text));
            notes.put(SEEDS, seeds);
            open.setLiveCommitData(notes.entrySet());
            return notes;
        });
    }

    /** Begins to search with vectors, if every passage has one. Forgets replaced passages first, as an update does. */
    boolean makeReady(String model, QuestionMeans means) {
        index.change(open -> {
            PassageIndex.tidy(open);
            return open;
        });
        Optional<Ready> made = index.read((searcher, stems) -> {
            PassageVectors vectors = PassageVectors.of(searcher, model);
            if (!vectors.isComplete()) {
                return Optional.<Ready>empty();
            }
            List<float[]> sample = vectors.sample();
            return Optional.of(new Ready(state(searcher), model, sample.getFirst().length,
                    VectorStatistics.of(sample), means));
        });
        ready = made.orElse(null);
        return made.isPresent();
    }

    /** What this state of the index can be searched with; empty while a passage has no vector. */
    Optional<Ready> ready(IndexSearcher searcher) throws IOException {
        Ready now = ready;
        return now != null && now.state().equals(state(searcher)) ? Optional.of(now) : Optional.empty();
    }

    private static Object state(IndexSearcher searcher) {
        return Objects.requireNonNull(searcher.getIndexReader().getReaderCacheHelper()).getKey();
    }

    /** The dimension of the model's vectors in the index; empty when there are none. */
    Optional<Integer> dimension(String model) {
        return index.read((searcher, stems) -> PassageVectors.of(searcher, model).dimension());
    }
}
