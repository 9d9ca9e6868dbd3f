package se.lotsen.retrieval;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * Phase two: the four parts of the whole query for a few candidates. Each term's postings are advanced over the
 * candidates in document order, with Lucene's own BM25 scorer, which is what a rescorer does, but keeps the parts apart so
 * that they can be weighed as features and explained.
 */
final class CandidateScores {
    private static final BM25Similarity BM25 = new BM25Similarity();
    /** What the weaker of catch-all and question field still counts (Lucene's DisjunctionMaxQuery tie-breaker). */
    private static final double TIE = 0.3;

    private final IndexSearcher searcher;
    private final int[] docs;

    CandidateScores(IndexSearcher searcher, ScoreDoc[] candidates) {
        this.searcher = searcher;
        this.docs = Arrays.stream(candidates).mapToInt(candidate -> candidate.doc).sorted().toArray();
    }

    /** A candidate with its page and its parts. */
    record Scored(int doc, String page, double score, RankedPassage.Parts parts) {
        Scored with(double other) {
            return new Scored(doc, page, other, parts);
        }
    }

    /** The candidates, best first; equal scores by page, so that the index' history does not decide. */
    Scored[] score(QuestionTerms terms) throws IOException {
        double[] allStems = sum(terms.allStems());
        double[] allGrams = sum(terms.allGrams());
        double[] questionStems = sum(terms.questionStems());
        double[] questionGrams = sum(terms.questionGrams());
        String[] pages = pages();
        Scored[] scored = new Scored[docs.length];
        for (int i = 0; i < docs.length; i++) {
            RankedPassage.Parts parts = new RankedPassage.Parts(allStems[i], allGrams[i], questionStems[i],
                    questionGrams[i]);
            scored[i] = new Scored(docs[i], pages[i], score(parts), parts);
        }
        Arrays.sort(scored, Comparator.comparingDouble((Scored candidate) -> -candidate.score())
                .thenComparing(Scored::page)
                .thenComparingInt(Scored::doc));
        return scored;
    }

    static double score(RankedPassage.Parts parts) {
        double all = parts.allStems() + QuestionTerms.GRAM_WEIGHT * parts.allGrams();
        double question = parts.questionStems() + QuestionTerms.GRAM_WEIGHT * parts.questionGrams();
        return Math.max(all, question) + TIE * Math.min(all, question);
    }

    private String[] pages() throws IOException {
        String[] pages = new String[docs.length];
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = null;
        SortedDocValues values = null;
        for (int i = 0; i < docs.length; i++) {
            if (leaf == null || docs[i] >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = leaves.get(ReaderUtil.subIndex(docs[i], leaves));
                values = DocValues.getSorted(leaf.reader(), PassageDocument.PAGE);
            }
            if (values == null || !values.advanceExact(docs[i] - leaf.docBase)) {
                throw new CorruptIndexException("a passage without its page", PassageDocument.PAGE);
            }
            pages[i] = values.lookupOrd(values.ordValue()).utf8ToString();
        }
        return pages;
    }

    private double[] sum(List<WeightedTerm> terms) throws IOException {
        double[] sums = new double[docs.length];
        if (terms.isEmpty()) {
            return sums;
        }
        CollectionStatistics field = searcher.collectionStatistics(terms.getFirst().term().field());
        if (field == null) {
            return sums;
        }
        Similarity.SimScorer[] scorers = new Similarity.SimScorer[terms.size()];
        for (int t = 0; t < scorers.length; t++) {
            scorers[t] = terms.get(t).scorer(BM25, field);
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0; from < docs.length;) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[from], leaves));
            int to = from;
            while (to < docs.length && docs[to] < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            addLeaf(leaf, terms, scorers, sums, from, to);
            from = to;
        }
        return sums;
    }

    private void addLeaf(LeafReaderContext leaf, List<WeightedTerm> terms, Similarity.SimScorer[] scorers,
            double[] sums, int from, int to) throws IOException {
        String field = terms.getFirst().term().field();
        NumericDocValues norms = leaf.reader().getNormValues(field);
        Terms dictionary = leaf.reader().terms(field);
        if (norms == null || dictionary == null) {
            return;
        }
        long[] norm = new long[to - from];
        for (int i = from; i < to; i++) {
            norm[i - from] = norms.advanceExact(docs[i] - leaf.docBase) ? norms.longValue() : 1L;
        }
        TermsEnum lookup = dictionary.iterator();
        PostingsEnum postings = null;
        for (int t = 0; t < scorers.length; t++) {
            if (scorers[t] == null) {
                continue;
            }
            postings = postings(lookup, terms.get(t), leaf, postings);
            if (postings == null) {
                continue;
            }
            for (int i = from; i < to; i++) {
                if (advance(postings, docs[i] - leaf.docBase)) {
                    sums[i] += scorers[t].score(postings.freq(), norm[i - from]);
                }
            }
        }
    }

    /** The tokens among the terms that one passage holds. */
    Set<String> held(int doc, List<WeightedTerm> terms) throws IOException {
        Set<String> held = new HashSet<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        if (terms.isEmpty() || leaf.reader().terms(terms.getFirst().term().field()) == null) {
            return held;
        }
        TermsEnum lookup = leaf.reader().terms(terms.getFirst().term().field()).iterator();
        PostingsEnum postings = null;
        for (WeightedTerm term : terms) {
            postings = postings(lookup, term, leaf, postings);
            if (postings != null && advance(postings, doc - leaf.docBase)) {
                held.add(term.term().text());
            }
        }
        return held;
    }

    private static @Nullable PostingsEnum postings(TermsEnum lookup, WeightedTerm term,
            LeafReaderContext leaf,
            @Nullable PostingsEnum reuse) throws IOException {
        if (term.docFreq() == 0) {
            return null;
        }
        var supplier = term.states().get(leaf);
        TermState state = supplier == null ? null : supplier.get();
        if (state == null) {
            return null;
        }
        lookup.seekExact(term.term().bytes(), state);
        return lookup.postings(reuse, PostingsEnum.FREQS);
    }

    private static boolean advance(PostingsEnum postings, int doc) throws IOException {
        int at = postings.docID();
        if (at == DocIdSetIterator.NO_MORE_DOCS) {
            return false;
        }
        return (at < doc ? postings.advance(doc) : at) == doc;
    }
}
