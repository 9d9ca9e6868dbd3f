package se.lotsen.retrieval;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import se.lotsen.embedding.EmbeddingUnavailable;

/**
 * Finds by words and by meaning at once. Whenever there is no vector, of the question in time or of every passage, words
 * alone find, in the same call, and the evidence says why.
 */
final class FusedRetriever implements Retriever {
    private final PassageIndex index;
    private final VectorIndex vectors;
    private final QuestionVectors questions;
    private final MeaningWeights weights;

    FusedRetriever(PassageIndex index, VectorIndex vectors, QuestionVectors questions,
            MeaningWeights weights) {
        this.index = index;
        this.vectors = vectors;
        this.questions = questions;
        this.weights = weights;
    }

    @Override
    public Retrieval retrieve(String question, String language) {
        return index.read((searcher, stems) -> {
            Optional<VectorIndex.Ready> ready = vectors.ready(searcher);
            if (ready.isEmpty()) {
                return byWords(searcher, stems, question, "NOT_READY");
            }
            QuestionVectors.Asked asked = questions.ask(question);
            QuestionTerms terms = QuestionTerms.of(searcher, AnalysedQuestion.of(question, stems));
            ScoreDoc[] candidates = PassageIndex.candidates(searcher, terms);
            try {
                float[] vector = vector(asked, ready.get());
                FusedRanking ranking = new FusedRanking(searcher, ready.get(),
                        ready.get().means().centred(vector, language),
                        language.equals(SwedishAnalysis.LANGUAGE), weights);
                return ranking.of(terms, candidates);
            } catch (EmbeddingUnavailable e) {
                return PassageIndex.ranked(searcher, terms, candidates)
                        .with(Meaning.without(e.reason().name()));
            }
        });
    }

    private static float[] vector(QuestionVectors.Asked asked, VectorIndex.Ready ready) {
        float[] vector = asked.get();
        if (vector.length != ready.dimension()) {
            throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.WRONG_DIMENSION,
                    "A question of " + vector.length + " dimensions for passages of " + ready.dimension());
        }
        return vector;
    }

    private static Retrieval byWords(IndexSearcher searcher, Analyzer stems, String question, String reason)
            throws IOException {
        QuestionTerms terms = QuestionTerms.of(searcher, AnalysedQuestion.of(question, stems));
        return PassageIndex.ranked(searcher, terms, PassageIndex.candidates(searcher, terms))
                .with(Meaning.without(reason));
    }

    /** Within a page its words decide: all its passages are found anyway. */
    @Override
    public Retrieval retrieveWithin(String question, String page) {
        return index.retrieveWithin(question, page);
    }
}
