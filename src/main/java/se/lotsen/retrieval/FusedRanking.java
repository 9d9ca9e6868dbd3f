package se.lotsen.retrieval;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/**
 * Ranks by a weighted sum: a passage's words score over the best words score, times the share of the question that the words
 * know at all, and its cosine as a standard score over all passages. A form of our own; it, and why not reciprocal ranks,
 * was measured (docs/adr/0019-words-and-meaning.md). What either side finds can win.
 */
final class FusedRanking {
    /** So many passages by vectors join those by words. */
    private static final int CANDIDATES = 100;
    /** A standard score this high counts as much as the weight says. */
    private static final double FULL = 5;

    private final IndexSearcher searcher;
    private final VectorIndex.Ready ready;
    private final float[] question;
    private final boolean home;
    private final double weight;

    /** @param question centred, of unit length */
    FusedRanking(IndexSearcher searcher, VectorIndex.Ready ready, float[] question, boolean home,
            MeaningWeights weights) {
        this.searcher = searcher;
        this.ready = ready;
        this.question = question;
        this.home = home;
        this.weight = weights.weight(ready.model(), home);
    }

    /** A candidate by both. */
    private record Both(CandidateScores.Scored words, double cosine, double fused) {
    }

    /** @param byWords the first passages by words */
    Retrieval of(QuestionTerms terms, ScoreDoc[] byWords) throws IOException {
        PassageVectors vectors = PassageVectors.of(searcher, ready.model());
        ScoreDoc[] candidates = IntStream
                .concat(Arrays.stream(byWords).mapToInt(found -> found.doc),
                        Arrays.stream(vectors.nearest(question, CANDIDATES)))
                .distinct().mapToObj(doc -> new ScoreDoc(doc, 0)).toArray(ScoreDoc[]::new);
        CandidateScores scores = new CandidateScores(searcher, candidates);
        CandidateScores.Scored[] scored = scores.score(terms);
        double best = Math.max(scored[0].score(), 0);
        double known = new ClosenessGauge(terms, scores, new QuestionRelevance(terms)).known(scored[0].doc());
        Both[] fused = fused(scored, vectors, best > 0 ? known / best : 0);
        CandidateScores.Scored[] ranked = Arrays.stream(fused)
                .map(both -> both.words().with(Math.max(1e-9, both.fused() * (best > 0 ? best : 1))))
                .toArray(CandidateScores.Scored[]::new);
        return new RankedPages(searcher, terms, scores).of(ranked).with(meaning(fused, scored[0].page()));
    }

    /** @param share what a words score counts */
    private Both[] fused(CandidateScores.Scored[] scored, PassageVectors vectors, double share)
            throws IOException {
        int[] docs = Arrays.stream(scored).mapToInt(CandidateScores.Scored::doc).sorted().toArray();
        double[] cosines = vectors.cosines(question, docs, ready.statistics());
        double mean = ready.statistics().meanCosine(question);
        double deviation = ready.statistics().deviation(question);
        Both[] fused = new Both[scored.length];
        for (int i = 0; i < fused.length; i++) {
            double cosine = cosines[Arrays.binarySearch(docs, scored[i].doc())];
            double standing = deviation < 1e-6 ? 0 : (cosine - mean) / deviation;
            fused[i] = new Both(scored[i], cosine,
                    share * scored[i].score() + weight * standing / FULL);
        }
        Arrays.sort(fused, Comparator.comparingDouble((Both both) -> -both.fused())
                .thenComparing(both -> both.words().page())
                .thenComparingInt(both -> both.words().doc()));
        return fused;
    }

    private Meaning meaning(Both[] fused, String firstByWords) {
        String first = fused[0].words().page();
        Map<String, Double> cosines = new HashMap<>();
        for (Both both : fused) {
            cosines.merge(both.words().page(), both.cosine(), Math::max);
        }
        double second = Arrays.stream(fused).filter(both -> !both.words().page().equals(first))
                .mapToDouble(Both::fused).findFirst().orElse(0);
        double own = cosines.getOrDefault(first, 0.0);
        double best = cosines.values().stream().mapToDouble(one -> one).max().orElse(0);
        double other = cosines.entrySet().stream().filter(page -> !page.getKey().equals(first))
                .mapToDouble(Map.Entry::getValue).max().orElse(0);
        double deviation = ready.statistics().deviation(question);
        return new Meaning(ready.model(), "", home, own, best,
                deviation < 1e-6 ? 0 : (best - ready.statistics().meanCosine(question)) / deviation,
                own - other, fused[0].fused() - second, own >= best && first.equals(firstByWords) ? 1 : 0);
    }
}
