package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import se.lotsen.confidence.EmbeddingPart;
import se.lotsen.confidence.ThresholdRule;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.retrieval.PageSearch;

/**
 * Fits, for one embedding model, how much vectors count beside words and when to answer then: once for questions in the
 * pages' own language, once for those in others. The weight is the one by which the right pages stand highest.
 */
final class EmbeddingCalibrator {
    private static final long SEED = 1_000;
    private static final double[] WEIGHTS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 1, 1.5, 2.5, 5};

    private static final double EQUAL = 0.002;

    private final Calibrator.Input input;
    private final ThresholdRule rule;
    private final PageSearch.Meanings meanings;
    private volatile double weight;

    EmbeddingCalibrator(Calibrator.Input input, ThresholdRule rule, PageSearch.Meanings meanings) {
        this.input = input;
        this.rule = rule;
        this.meanings = meanings.remembered().with((model, home) -> weight);
    }

    /** @throws EvaluationInputException when a group's cases are missing or all went the same way */
    EmbeddingPart run(KnowledgeFolder folder) {
        try (CalibrationCases gathered = new CalibrationCases(folder, meanings)) {
            return new EmbeddingPart(meanings.embeddings().model(),
                    group(gathered, CalibrationCases.HOME::equals),
                    group(gathered, language -> !language.equals(CalibrationCases.HOME)));
        }
    }

    private EmbeddingPart.Group group(CalibrationCases gathered, Predicate<String> languages) {
        List<Double> ranks = new ArrayList<>();
        for (double tried : WEIGHTS) {
            gather(gathered, languages, tried);
            ranks.add(gathered.meanReciprocalRank());
        }
        double chosen = WEIGHTS[best(ranks)];
        gather(gathered, languages, chosen);
        CalibrationFit fit = CalibrationFit.of(gathered.cases(), rule);
        return new EmbeddingPart.Group(chosen, gathered.sources(), fit.thresholds(), fit.model(),
                fit.figures().quality());
    }

    /**
     * The lowest weight whose mean with its neighbours comes {@value #EQUAL} near the highest: so one lucky question does not
     * decide, and of weights that find as well the one wins that leaves most to words, which can be explained.
     */
    static int best(List<Double> ranks) {
        double[] means = new double[ranks.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = ranks.subList(Math.max(0, i - 1), Math.min(means.length, i + 2)).stream()
                    .mapToDouble(rank -> rank).average().orElse(0);
        }
        double highest = Arrays.stream(means).max().orElse(0);
        int best = 0;
        while (means[best] < highest - EQUAL) {
            best++;
        }
        return best;
    }

    private void gather(CalibrationCases gathered, Predicate<String> languages, double tried) {
        weight = tried;
        gathered.clear();
        boolean home = languages.test(CalibrationCases.HOME);
        if (home) {
            input.questions().forEach(file -> gathered.questions(file, languages, input.withoutEveryThird()));
            input.grades().forEach(gathered::grades);
            input.beir().forEach(set -> gathered.beir(set.folder(), set.split(), SEED));
        }
        input.meaning().forEach(file -> gathered.questions(file, languages, false));
    }
}
