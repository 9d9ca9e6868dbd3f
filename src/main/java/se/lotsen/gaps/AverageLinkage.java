package se.lotsen.gaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.lotsen.gaps.TextVectors.Vector;

/**
 * Hierarchical clustering by average linkage (UPGMA, Sokal and Michener 1958), cut where the mean cosine between two clusters
 * falls below a threshold. It follows chains of nearest neighbours (Benzécri 1982, Murtagh 1983), which gives the same tree as
 * merging the closest pair each time, and finds a neighbour by an inverted index, so that ten thousand short texts take
 * seconds. The same vectors in the same order always give the same clusters.
 */
final class AverageLinkage {
    /** Sums in another order differ in their last digits; a chain must not run in circles for them. */
    private static final double EQUAL = 1e-9;
    private static final int NOBODY = -1;

    private final List<Vector> points;
    private final double threshold;
    private final Map<Integer, Posting> postings = new HashMap<>();
    private final int[] clusterOf;
    private final List<List<Integer>> members = new ArrayList<>();
    private final List<Map<Integer, Double>> sums = new ArrayList<>();
    private final double[] score;
    private final boolean[] done;

    private static final class Posting {
        private int[] points = new int[2];
        private double[] weights = new double[2];
        private int size;

        private void add(int point, double weight) {
            if (size == points.length) {
                points = Arrays.copyOf(points, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
            }
            points[size] = point;
            weights[size++] = weight;
        }
    }

    private AverageLinkage(List<Vector> points, double threshold) {
        this.points = points;
        this.threshold = threshold;
        this.clusterOf = new int[points.size()];
        this.score = new double[points.size()];
        this.done = new boolean[points.size()];
        for (int p = 0; p < points.size(); p++) {
            Vector vector = points.get(p);
            clusterOf[p] = p;
            members.add(new ArrayList<>(List.of(p)));
            Map<Integer, Double> sum = new TreeMap<>();
            for (int t = 0; t < vector.terms().length; t++) {
                postings.computeIfAbsent(vector.terms()[t], any -> new Posting()).add(p, vector.weights()[t]);
                sum.put(vector.terms()[t], vector.weights()[t]);
            }
            sums.add(sum);
        }
    }

    /**
     * @param points vectors of length 1, or empty
     * @param threshold the least mean cosine, 0..1
     * @return each point in one cluster; members ascending, clusters by their first member
     */
    static List<List<Integer>> clusters(List<Vector> points, double threshold) {
        AverageLinkage linkage = new AverageLinkage(points, threshold);
        linkage.run();
        return linkage.members.stream().filter(cluster -> !cluster.isEmpty())
                .map(cluster -> cluster.stream().sorted().toList())
                .sorted(java.util.Comparator.comparing(List::getFirst)).toList();
    }

    /** The point of a cluster that is most like all of it; of equal ones the first. */
    static int medoid(List<Vector> points, List<Integer> cluster) {
        Map<Integer, Double> sum = new HashMap<>();
        for (int member : cluster) {
            Vector vector = points.get(member);
            for (int t = 0; t < vector.terms().length; t++) {
                sum.merge(vector.terms()[t], vector.weights()[t], Double::sum);
            }
        }
        int best = cluster.getFirst();
        double most = NOBODY;
        for (int member : cluster) {
            double likeness = dot(points.get(member), sum);
            if (likeness > most + EQUAL) {
                best = member;
                most = likeness;
            }
        }
        return best;
    }

    private static double dot(Vector vector, Map<Integer, Double> sum) {
        double product = 0;
        for (int t = 0; t < vector.terms().length; t++) {
            product += vector.weights()[t] * sum.getOrDefault(vector.terms()[t], 0.0);
        }
        return product;
    }

    private void run() {
        List<Integer> chain = new ArrayList<>();
        for (int start = 0; start < points.size(); start++) {
            while (!done[start] && clusterOf[start] == start) {
                if (chain.isEmpty()) {
                    chain.add(start);
                }
                int last = chain.getLast();
                int before = chain.size() > 1 ? chain.get(chain.size() - 2) : NOBODY;
                int next = nearest(last, before);
                if (next == NOBODY) {
                    // Nothing is near enough, and nothing that others merge into will be.
                    done[chain.removeLast()] = true;
                } else if (next == before) {
                    chain.removeLast();
                    chain.removeLast();
                    merge(last, before);
                } else {
                    chain.add(next);
                }
            }
            chain.clear();
        }
    }

    /** The nearest cluster within the threshold; the one before in the chain where another is no nearer. */
    private int nearest(int cluster, int before) {
        List<Integer> touched = new ArrayList<>();
        sums.get(cluster).forEach((term, weight) -> {
            Posting posting = java.util.Objects.requireNonNull(postings.get(term));
            for (int i = 0; i < posting.size; i++) {
                int other = clusterOf[posting.points[i]];
                if (score[other] == 0) {
                    touched.add(other);
                }
                score[other] += weight * posting.weights[i];
            }
        });
        int best = NOBODY;
        double most = threshold - EQUAL;
        int own = members.get(cluster).size();
        for (int other : touched) {
            double cosine = score[other] / ((double) own * members.get(other).size());
            score[other] = 0;
            if (other != cluster && !done[other] && isNearer(cosine, most, other, best, before)) {
                best = other;
                most = cosine;
            }
        }
        return best;
    }

    private static boolean isNearer(double cosine, double most, int other, int best, int before) {
        if (cosine > most + EQUAL) {
            return true;
        }
        return cosine >= most - EQUAL && best != before
                && (other == before || best == NOBODY || other < best);
    }

    /** Into the one with the smaller number. */
    private void merge(int one, int other) {
        int kept = Math.min(one, other);
        int gone = Math.max(one, other);
        members.get(gone).forEach(point -> clusterOf[point] = kept);
        members.get(kept).addAll(members.get(gone));
        members.set(gone, List.of());
        Map<Integer, Double> sum = sums.get(kept);
        sums.get(gone).forEach((term, weight) -> sum.merge(term, weight, Double::sum));
        sums.set(gone, Map.of());
    }
}
