package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.GradedEvidence;
import se.lotsen.confidence.ModelFit;
import se.lotsen.confidence.Predictions;
import se.lotsen.retrieval.PageSearch;

/**
 * How well the evidence tells questions that have an answer from those that have none, and right first documents from
 * wrong ones. Every probability comes from a logistic model that was fitted on other groups (five folds). Intervals are 95 %
 * percentile bootstraps over questions: a question's rows of all splits are drawn together.
 */
public final class AbstentionEvaluation {
    /** At most so many splits of each kind, fewer for a large set. */
    private static final int MAX_SPLITS = 20;
    private static final int MIN_SPLITS = 2;
    private static final int ROWS = 2_200;
    private static final long FIRST_SEED = 1_000;
    /** One question stands in each split: the penalty is that of some ten rows. */
    private static final double PENALTY = 10;
    private static final int RESAMPLES = 300;
    private static final double HALF = 0.5;
    private static final double A_FIFTH = 0.2;
    private static final double PRECISION = 0.95;

    private AbstentionEvaluation() {
    }

    /**
     * @param splits how many splits of each kind; their seeds are 1000, 1001, …
     * @param named the figures with their intervals, by name
     */
    public record Figures(int splits, Map<String, Bootstrap.Interval> named) {

        /** The contract's names; {@code easy} and {@code hard} nested. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("splits", splits);
            json.put("firstSeed", FIRST_SEED);
            Map<String, Object> intervals = new LinkedHashMap<>();
            named.forEach((name, figure) -> {
                put(json, name, figure.value());
                put(intervals, name, List.of(figure.low(), figure.high()));
            });
            json.put("abstentionIntervals95", intervals);
            return json;
        }

        private static void put(Map<String, Object> json, String name, Object value) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                json.put(name, value);
                return;
            }
            @SuppressWarnings("unchecked") // only this method puts maps
            Map<String, Object> nested = (Map<String, Object>) json.computeIfAbsent(name.substring(0, dot),
                    key -> new LinkedHashMap<String, Object>());
            nested.put(name.substring(dot + 1), value);
        }
    }

    /** By words alone. */
    public static Figures run(Path folder, String split) {
        return run(folder, split, null);
    }

    /**
     * @param meanings null for words alone
     * @throws EvaluationInputException when the set cannot be read
     */
    public static Figures run(Path folder, String split, PageSearch.@Nullable Meanings meanings) {
        BeirSet set = BeirSet.read(folder, split);
        int splits = Math.clamp(ROWS / set.queries().size(), MIN_SPLITS, MAX_SPLITS);
        AbstentionSplits removals = new AbstentionSplits(set, meanings);
        List<GradedEvidence> easy = new ArrayList<>();
        List<GradedEvidence> hard = new ArrayList<>();
        List<GradedEvidence> mostlyAnswerable = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + splits; seed++) {
            easy.addAll(removals.easy(seed));
            hard.addAll(removals.hard(HALF, seed));
            mostlyAnswerable.addAll(removals.hard(A_FIFTH, seed));
        }
        int questions = set.queries().size();
        Map<String, Bootstrap.Interval> named = new LinkedHashMap<>();
        Predictions right = predictions(hard, GradedEvidence::right);
        named.put("aurocAnswerable.easy", interval(predictions(easy, GradedEvidence::answerable), questions,
                Predictions::auroc));
        named.put("aurocAnswerable.hard", interval(predictions(hard, GradedEvidence::answerable), questions,
                Predictions::auroc));
        named.put("aurocTop1.easy", interval(predictions(easy, GradedEvidence::right), questions,
                Predictions::auroc));
        named.put("aurocTop1.hard", interval(right, questions, Predictions::auroc));
        Predictions fifth = predictions(mostlyAnswerable, GradedEvidence::right);
        named.put("coverageAt95", interval(fifth, questions, all -> all.coverageAt(PRECISION)));
        named.put("aurc", interval(fifth, questions, Predictions::aurc));
        named.put("ece", interval(right, questions, Predictions::ece));
        double perfect = right.eceOfPerfect();
        named.put("eceOfPerfect", new Bootstrap.Interval(perfect, perfect, perfect));
        return new Figures(splits, named);
    }

    private static Predictions predictions(List<GradedEvidence> cases, Predicate<GradedEvidence> target) {
        double[] probability = new ModelFit(ModelFit.features(cases), target, PENALTY).outOfFold(cases);
        boolean[] came = new boolean[cases.size()];
        for (int i = 0; i < came.length; i++) {
            came[i] = target.test(cases.get(i));
        }
        return Predictions.of(probability, came);
    }

    private static Bootstrap.Interval interval(Predictions all, int questions,
            ToDoubleFunction<Predictions> figure) {
        Random random = new Random(FIRST_SEED);
        double[] drawn = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            drawn[r] = figure.applyAsDouble(resampled(all, questions, random));
        }
        Arrays.sort(drawn);
        return new Bootstrap.Interval(figure.applyAsDouble(all), drawn[(int) (0.025 * RESAMPLES)],
                drawn[(int) (0.975 * RESAMPLES) - 1]);
    }

    private static Predictions resampled(Predictions all, int questions, Random random) {
        int splits = all.size() / questions;
        double[] probability = new double[all.size()];
        boolean[] right = new boolean[all.size()];
        for (int q = 0; q < questions; q++) {
            int drawn = random.nextInt(questions);
            for (int s = 0; s < splits; s++) {
                probability[s * questions + q] = all.probability()[s * questions + drawn];
                right[s * questions + q] = all.right()[s * questions + drawn];
            }
        }
        return Predictions.of(probability, right);
    }
}
