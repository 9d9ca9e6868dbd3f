package se.lotsen.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;

/**
 * The vectors of one model in one state of the index, as they are stored: of unit length, not centred. They are centred when
 * they are compared, so that a page that changes the mean changes nothing that is stored.
 */
record PassageVectors(IndexSearcher searcher, String field) {
    /** Up to so many passages each is compared: exact, and quicker than it takes to notice. */
    private static final int ALL = 10_000;

    static PassageVectors of(IndexSearcher searcher, String model) {
        return new PassageVectors(searcher, PassageDocument.vectorField(model));
    }

    private interface Each {
        void vector(int doc, float[] vector);
    }

    private void each(int step, Each each) throws IOException {
        int seen = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
            if (vectors == null) {
                continue;
            }
            var live = leaf.reader().getLiveDocs();
            var docs = vectors.iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if ((live == null || live.get(doc)) && seen++ % step == 0) {
                    each.vector(leaf.docBase + doc, vectors.vectorValue(docs.index()));
                }
            }
        }
    }

    /** How many passages have one. */
    int size() throws IOException {
        int[] size = new int[1];
        each(1, (doc, vector) -> size[0]++);
        return size[0];
    }

    /** Whether every passage has one, and there is any. */
    boolean isComplete() throws IOException {
        int passages = searcher.getIndexReader().numDocs();
        return passages > 0 && size() == passages;
    }

    /** How long the vectors are; empty when there are none. */
    Optional<Integer> dimension() throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
            if (vectors != null) {
                return Optional.of(vectors.dimension());
            }
        }
        return Optional.empty();
    }

    /** Evenly drawn from all, at most {@link VectorStatistics#SAMPLE} and half as many again. */
    List<float[]> sample() throws IOException {
        List<float[]> sample = new ArrayList<>();
        each(Math.max(1, searcher.getIndexReader().numDocs() / VectorStatistics.SAMPLE),
                (doc, vector) -> sample.add(vector.clone()));
        return sample;
    }

    /** The passages nearest to a centred question, in no particular order. */
    int[] nearest(float[] question, int count) throws IOException {
        if (searcher.getIndexReader().maxDoc() > ALL) {
            return Arrays
                    .stream(searcher.search(new KnnFloatVectorQuery(field, question, count), count).scoreDocs)
                    .mapToInt(found -> found.doc).toArray();
        }
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(
                Comparator.comparingDouble((ScoreDoc found) -> found.score));
        each(1, (doc, vector) -> {
            float near = VectorUtil.dotProduct(question, vector);
            if (best.size() < count) {
                best.add(new ScoreDoc(doc, near));
            } else if (best.element().score < near) {
                best.remove();
                best.add(new ScoreDoc(doc, near));
            }
        });
        return best.stream().mapToInt(found -> found.doc).toArray();
    }

    /**
     * The cosines of a centred question with some passages, those centred too; 0 for a passage without a vector.
     *
     * @param docs in ascending order
     */
    double[] cosines(float[] question, int[] docs, VectorStatistics statistics) throws IOException {
        double questionAndMean = VectorUtil.dotProduct(question, statistics.mean());
        double meanSquare = VectorUtil.dotProduct(statistics.mean(), statistics.mean());
        double[] cosines = new double[docs.length];
        int next = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
            var at = vectors == null ? null : vectors.iterator();
            for (; next < docs.length && docs[next] < leaf.docBase + leaf.reader().maxDoc(); next++) {
                int doc = docs[next] - leaf.docBase;
                if (at != null && (at.docID() >= doc ? at.docID() : at.advance(doc)) == doc) {
                    cosines[next] = statistics.cosine(question, vectors.vectorValue(at.index()),
                            questionAndMean, meanSquare);
                }
            }
        }
        return cosines;
    }
}
