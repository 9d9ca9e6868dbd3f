package se.lotsen.evaluation;

import java.util.ArrayList;
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
    private static final double[] WEIGHTS = {0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7, 10};

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

    /** The highest mean of three neighbours, so that one lucky question does not decide; the lowest weight of equals. */
    static int best(List<Double> ranks) {
        int best = 0;
        double highest = -1;
        for (int i = 0; i < ranks.size(); i++) {
            double mean = ranks.subList(Math.max(0, i - 1), Math.min(ranks.size(), i + 2)).stream()
                    .mapToDouble(rank -> rank).average().orElse(0);
            if (mean > highest + 1e-9) {
                highest = mean;
                best = i;
            }
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
