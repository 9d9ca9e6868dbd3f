package se.lotsen.confidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.lotsen.confidence.ConfidenceModel.Coefficient;
import se.lotsen.retrieval.Meaning;

/**
 * Fits a {@link ConfidenceModel} on graded evidence. The same cases in the same order always give the same model: folds go
 * by the groups' sizes and names, and nothing is drawn.
 *
 * @param features names of the evidence's features that the model may use
 * @param target what is predicted: that the first page is right, or that there is a right page
 * @param penalty of {@link LogisticRegression}, on features of unit scale
 */
public record ModelFit(List<String> features, Predicate<GradedEvidence> target, double penalty) {
    /**
     * What paid in cross-validation on SweFAQ, SweQUAD and the golden questions; every other figure of the evidence added
     * nothing to these (docs/evaluation.md).
     */
    public static final List<String> FEATURES = List.of("boundShare", "focusCoverage", "topShare",
            "strangeWeight",
            "lead", "nearRivals", "sentenceLead", "strangeWords", "questionsAgree", "textCoverage");
    /** The same with what vectors say, for questions in the pages' own language. */
    public static final List<String> WITH_MEANING = Stream.concat(FEATURES.stream(),
            Stream.of("cosine", "bestCosine", "standing", "cosineLead", "fusedLead", "meaningAgrees"))
            .toList();
    /** For questions in other languages, whose words say little. */
    public static final List<String> FOREIGN = List.of("cosine", "bestCosine", "standing", "cosineLead",
            "fusedLead");
    /** Folds of every cross-validation. */
    public static final int FOLDS = 5;

    private static final double[] PENALTIES = {0.3, 1, 3, 10, 30, 100};

    /** Predicting that the first page is right. */
    public static ModelFit ofRightness(List<GradedEvidence> cases, double penalty) {
        return new ModelFit(features(cases), GradedEvidence::right, penalty);
    }

    /** The list of features for cases of one kind: by words alone, with vectors, or in other languages. */
    public static List<String> features(List<GradedEvidence> cases) {
        Meaning meaning = cases.isEmpty() ? Meaning.NOT_CONFIGURED : cases.getFirst().evidence().meaning();
        if (!meaning.isUsed()) {
            return FEATURES;
        }
        return meaning.home() ? WITH_MEANING : FOREIGN;
    }

    /** The penalty, of a short list, whose out-of-fold probabilities are the likeliest. */
    public static double bestPenalty(List<GradedEvidence> cases) {
        double best = PENALTIES[0];
        double least = Double.POSITIVE_INFINITY;
        for (double penalty : PENALTIES) {
            double loss = loss(cases, ofRightness(cases, penalty).outOfFold(cases));
            if (loss < least) {
                least = loss;
                best = penalty;
            }
        }
        return best;
    }

    private static double loss(List<GradedEvidence> cases, double[] probability) {
        double loss = 0;
        for (int i = 0; i < probability.length; i++) {
            double p = Math.clamp(probability[i], 1e-9, 1 - 1e-9);
            loss -= Math.log(cases.get(i).right() ? p : 1 - p);
        }
        return loss;
    }

    /** The model over all the cases. */
    public ConfidenceModel fit(List<GradedEvidence> cases) {
        double[][] rows = rows(cases);
        double[] mean = new double[features.size()];
        double[] scale = new double[features.size()];
        standardise(rows, mean, scale);
        double[] right = cases.stream().mapToDouble(one -> target.test(one) ? 1 : 0).toArray();
        double[] weight = new double[right.length];
        Arrays.fill(weight, 1);
        double[] fitted = LogisticRegression.fit(rows, right, weight, penalty);
        List<Coefficient> coefficients = new ArrayList<>();
        for (int i = 0; i < mean.length; i++) {
            coefficients.add(new Coefficient(features.get(i), fitted[i + 1], mean[i], scale[i]));
        }
        return new ConfidenceModel(fitted[0], List.copyOf(coefficients));
    }

    private double[][] rows(List<GradedEvidence> cases) {
        double[][] rows = new double[cases.size()][];
        for (int r = 0; r < rows.length; r++) {
            Map<String, Double> values = cases.get(r).evidence().features();
            rows[r] = features.stream().mapToDouble(feature -> values.getOrDefault(feature, 0.0)).toArray();
        }
        return rows;
    }

    private static void standardise(double[][] rows, double[] mean, double[] scale) {
        for (int i = 0; i < mean.length; i++) {
            for (double[] row : rows) {
                mean[i] += row[i] / rows.length;
            }
            for (double[] row : rows) {
                scale[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.length;
            }
            // A feature that never changes says nothing; any scale will do.
            scale[i] = scale[i] > 1e-12 ? Math.sqrt(scale[i]) : 1;
            for (double[] row : rows) {
                row[i] = (row[i] - mean[i]) / scale[i];
            }
        }
    }

    /** Each case's probability by a model that has not seen its group. */
    public double[] outOfFold(List<GradedEvidence> cases) {
        int[] folds = folds(cases);
        double[] probability = new double[folds.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<GradedEvidence> others = new ArrayList<>();
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] != fold) {
                    others.add(cases.get(i));
                }
            }
            if (others.isEmpty()) {
                // All cases are of one group: there is nothing to learn from outside it.
                Arrays.fill(probability, 0.5);
                return probability;
            }
            ConfidenceModel model = fit(others);
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == fold) {
                    probability[i] = model.probability(cases.get(i).evidence());
                }
            }
        }
        return probability;
    }

    /** Each case's fold: the largest group first, each to the fold that is the smallest so far. */
    static int[] folds(List<GradedEvidence> cases) {
        Map<String, Integer> sizes = new TreeMap<>();
        cases.forEach(one -> sizes.merge(one.group(), 1, Integer::sum));
        Map<String, Integer> foldOf = new HashMap<>();
        int[] load = new int[FOLDS];
        sizes.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> group) -> -group.getValue()))
                .forEach(group -> {
                    int least = 0;
                    for (int fold = 1; fold < FOLDS; fold++) {
                        least = load[fold] < load[least] ? fold : least;
                    }
                    foldOf.put(group.getKey(), least);
                    load[least] += group.getValue();
                });
        return cases.stream().mapToInt(one -> foldOf.get(one.group())).toArray();
    }
}
