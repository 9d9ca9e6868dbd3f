package se.lotsen.retrieval;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * A term of the question with its place in the index.
 *
 * @param term field and token
 * @param states where each segment keeps it; looked up once for both phases
 * @param docFreq in how many passages it occurs; 0 when the index does not know it
 * @param weight how often it is asked, or less for a synonym
 * @param idf BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza 2009)
 */
record WeightedTerm(Term term, TermStates states, int docFreq, double weight, double idf) {

    static WeightedTerm of(IndexSearcher searcher, String field, String token, double weight, long passages)
            throws IOException {
        Term term = new Term(field, token);
        TermStates states = TermStates.build(searcher, term, true);
        int docFreq = states.docFreq();
        double idf = Math.log(1 + (passages - docFreq + 0.5) / (docFreq + 0.5));
        return new WeightedTerm(term, states, docFreq, weight, idf);
    }

    /** Lucene's own BM25 scorer for the term, or null when no passage holds it. */
    Similarity.@Nullable SimScorer scorer(BM25Similarity similarity, CollectionStatistics field) {
        if (docFreq == 0) {
            return null;
        }
        return similarity.scorer((float) weight, field,
                new TermStatistics(term.bytes(), docFreq, Math.max(docFreq, states.totalTermFreq())));
    }
}
