package se.lotsen.confidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Probabilities and what came of them.
 *
 * @param probability each case's probability, 0..1
 * @param right whether it came true
 * @param weight how much the case counts; above 0
 */
public record Predictions(double[] probability, boolean[] right, double[] weight) {
    private static final int BINS = 10;
    private static final int PERFECT_DRAWS = 200;
    private static final long SEED = 20261122;

    /** Cases that count equally. */
    public static Predictions of(double[] probability, boolean[] right) {
        double[] weight = new double[right.length];
        Arrays.fill(weight, 1);
        return new Predictions(probability, right, weight);
    }

    /** How many cases. */
    public int size() {
        return right.length;
    }

    /** The indices from the highest probability down; equal ones in their own order. */
    private int[] ranked() {
        Integer[] order = new Integer[size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -probability[i]));
        return Arrays.stream(order).mapToInt(i -> i).toArray();
    }

    /**
     * Area under the ROC curve: how often a case that came true has the higher probability of the two; ties count half
     * (Mann and Whitney 1947). 0.5 where there is nothing to tell apart.
     */
    public double auroc() {
        int[] order = ranked();
        double wrongAbove = 0;
        double concordant = 0;
        double all = 0;
        for (int from = 0; from < order.length;) {
            double tiedRight = 0;
            double tiedWrong = 0;
            int to = from;
            for (; to < order.length && probability[order[to]] == probability[order[from]]; to++) {
                tiedRight += right[order[to]] ? weight[order[to]] : 0;
                tiedWrong += right[order[to]] ? 0 : weight[order[to]];
            }
            all += tiedRight;
            concordant += tiedRight * (wrongAbove + tiedWrong / 2);
            wrongAbove += tiedWrong;
            from = to;
        }
        return all == 0 || wrongAbove == 0 ? 0.5 : 1 - concordant / (all * wrongAbove);
    }

    /**
     * One point of the risk-coverage curve.
     *
     * @param at the probability from which on is answered
     * @param coverage share of all cases that are answered then
     * @param risk share of those that are wrong
     */
    public record Point(double at, double coverage, double risk) {
    }

    /** The risk-coverage curve (El-Yaniv and Wiener 2010), a point for each different probability, highest first. */
    public List<Point> curve() {
        int[] order = ranked();
        double all = Arrays.stream(weight).sum();
        List<Point> points = new ArrayList<>();
        double answered = 0;
        double wrong = 0;
        for (int i = 0; i < order.length; i++) {
            answered += weight[order[i]];
            wrong += right[order[i]] ? 0 : weight[order[i]];
            if (i + 1 == order.length || probability[order[i + 1]] != probability[order[i]]) {
                points.add(new Point(probability[order[i]], answered / all, wrong / answered));
            }
        }
        return points;
    }

    /** Area under the risk-coverage curve: the mean risk over all coverages; lower is better. */
    public double aurc() {
        double area = 0;
        double covered = 0;
        for (Point point : curve()) {
            area += (point.coverage() - covered) * point.risk();
            covered = point.coverage();
        }
        return area;
    }

    /** The widest coverage at which at least {@code precision} of the answered cases are right; 0 when there is none. */
    public double coverageAt(double precision) {
        return curve().stream().filter(point -> 1 - point.risk() >= precision - 1e-12)
                .mapToDouble(Point::coverage).max().orElse(0);
    }

    /**
     * One bin of the reliability table.
     *
     * @param cases how many cases
     * @param said their mean probability
     * @param came the share of them that came true
     */
    public record Bin(int cases, double said, double came) {
    }

    /** Ten bins of equally many cases, lowest probability first. */
    public List<Bin> bins() {
        return bins(ranked(), right);
    }

    private List<Bin> bins(int[] ranked, boolean[] outcome) {
        List<Bin> bins = new ArrayList<>();
        int n = ranked.length;
        for (int b = 0; b < BINS; b++) {
            int from = (int) ((long) b * n / BINS);
            int to = (int) ((long) (b + 1) * n / BINS);
            double mass = 0;
            double said = 0;
            double came = 0;
            for (int i = from; i < to; i++) {
                int one = ranked[n - 1 - i];
                mass += weight[one];
                said += weight[one] * probability[one];
                came += outcome[one] ? weight[one] : 0;
            }
            if (to > from) {
                bins.add(new Bin(to - from, said / mass, came / mass));
            }
        }
        return bins;
    }

    /**
     * Expected calibration error over ten bins of equal mass: the mean distance of what was said and what came (Naeini,
     * Cooper and Hauskrecht 2015; equal mass by Nixon et al. 2019).
     */
    public double ece() {
        return ece(bins());
    }

    private double ece(List<Bin> bins) {
        return bins.stream().mapToDouble(bin -> bin.cases() * Math.abs(bin.said() - bin.came())).sum()
                / Math.max(1, size());
    }

    /** What {@link #ece()} would be on average if every probability were true: chance alone at this size. */
    public double eceOfPerfect() {
        Random random = new Random(SEED);
        int[] ranked = ranked();
        double sum = 0;
        boolean[] outcome = new boolean[size()];
        for (int draw = 0; draw < PERFECT_DRAWS; draw++) {
            for (int i = 0; i < outcome.length; i++) {
                outcome[i] = random.nextDouble() < probability[i];
            }
            sum += ece(bins(ranked, outcome));
        }
        return sum / PERFECT_DRAWS;
    }
}
