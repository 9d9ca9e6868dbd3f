package se.lotsen.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
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

    /** The tokens in a field, in the order given. */
    static List<WeightedTerm> all(IndexSearcher searcher, String field, Map<String, Double> weights)
            throws IOException {
        CollectionStatistics statistics = searcher.collectionStatistics(field);
        long passages = statistics == null ? 0 : statistics.docCount();
        List<Term> terms = weights.keySet().stream().map(token -> new Term(field, token)).toList();
        List<TermStates> states = states(searcher.getTopReaderContext(), field, terms);
        List<WeightedTerm> weighted = new ArrayList<>(terms.size());
        for (double weight : weights.values()) {
            int next = weighted.size();
            int docFreq = states.get(next).docFreq();
            double idf = Math.log(1 + (passages - docFreq + 0.5) / (docFreq + 0.5));
            weighted.add(new WeightedTerm(terms.get(next), states.get(next), docFreq, weight, idf));
        }
        return weighted;
    }

    /** As TermStates.build does it, but each segment's dictionary is opened once for all the terms. */
    private static List<TermStates> states(IndexReaderContext index, String field, List<Term> terms)
            throws IOException {
        List<TermStates> states = terms.stream().map(term -> new TermStates(index)).toList();
        for (LeafReaderContext leaf : index.leaves()) {
            Terms dictionary = leaf.reader().terms(field);
            if (dictionary == null) {
                continue;
            }
            TermsEnum lookup = dictionary.iterator();
            for (int i = 0; i < terms.size(); i++) {
                if (lookup.seekExact(terms.get(i).bytes())) {
                    states.get(i).register(lookup.termState(), leaf.ord, lookup.docFreq(),
                            lookup.totalTermFreq());
                }
            }
        }
        return states;
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
