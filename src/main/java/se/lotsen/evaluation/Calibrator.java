package se.lotsen.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.CalibrationFile;
import se.lotsen.confidence.EmbeddingPart;
import se.lotsen.confidence.Predictions;
import se.lotsen.confidence.ThresholdRule;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.retrieval.PageSearch;

/**
 * Fits the confidence to graded cases: a logistic model, and two thresholds by a stated rule. Every figure that is
 * reported is over probabilities from models that have not seen the case's page. Equal input gives an equal file.
 */
public final class Calibrator {
    private static final long SEED = 1_000;

    private Calibrator() {
    }

    /**
     * What to fit on.
     *
     * @param questions question files
     * @param withoutEveryThird whether to keep each third of their rows for the end
     * @param grades files of grades
     * @param beir folders and splits
     * @param meaning question files, in any language, for the embedding part alone
     */
    public record Input(List<Path> questions, boolean withoutEveryThird, List<Path> grades,
            List<BeirSplit> beir, List<Path> meaning) {
    }

    /** A split of a set in BEIR form. */
    public record BeirSplit(Path folder, String split) {
    }

    /**
     * What came out.
     *
     * @param file to be written
     * @param predictions the out-of-fold probabilities
     * @param leftOut rows that never reach the confidence
     * @param heldOut rows kept for the end
     * @param answeredOfAnswerable share of the answerable cases at or above the first threshold
     * @param answeredOfUnanswerable share of the unanswerable cases there
     * @param outdated graded questions whose page does not hold any more, each behind its page: for editors
     */
    public record Outcome(CalibrationFile file, Predictions predictions, int leftOut, int heldOut,
            double answeredOfAnswerable, double answeredOfUnanswerable, List<String> outdated) {

        Outcome with(EmbeddingPart part) {
            return new Outcome(file.with(part), predictions, leftOut, heldOut, answeredOfAnswerable,
                    answeredOfUnanswerable, outdated);
        }

        /** Whether there were enough cases to rely on the file. */
        public boolean isTrusted() {
            return predictions.size() >= Calibration.ENOUGH;
        }
    }

    /**
     * @param meanings fits the part for that embedding model, too; null leaves it out
     * @throws EvaluationInputException when an input cannot be read, or all its cases went the same way
     */
    public static Outcome run(KnowledgeFolder folder, Input input, ThresholdRule rule, LocalDate today,
            PageSearch.@Nullable Meanings meanings) {
        Outcome words = words(folder, input, rule, today);
        return meanings == null
                ? words
                : words.with(new EmbeddingCalibrator(input, rule, meanings).run(folder));
    }

    private static Outcome words(KnowledgeFolder folder, Input input, ThresholdRule rule, LocalDate today) {
        try (CalibrationCases gathered = new CalibrationCases(folder, null)) {
            input.questions().forEach(
                    file -> gathered.questions(file, CalibrationCases.HOME::equals,
                            input.withoutEveryThird()));
            input.grades().forEach(gathered::grades);
            input.beir().forEach(set -> gathered.beir(set.folder(), set.split(), SEED));
            return outcome(gathered, rule, today);
        }
    }

    private static Outcome outcome(CalibrationCases gathered, ThresholdRule rule, LocalDate today) {
        CalibrationFit fit = CalibrationFit.of(gathered.cases(), rule);
        boolean trusted = gathered.cases().size() >= Calibration.ENOUGH;
        CalibrationFigures figures = fit.figures();
        CalibrationFile file = new CalibrationFile(CalibrationFile.FORMAT, today, trusted, gathered.sources(),
                words(rule), fit.thresholds(), fit.model(), figures.quality(), figures.reliability(),
                figures.curve(), null);
        return new Outcome(file, fit.predictions(), gathered.leftOut(), gathered.heldOut(),
                figures.answered(true), figures.answered(false), gathered.outdated());
    }

    private static String words(ThresholdRule rule) {
        return switch (rule) {
            case ThresholdRule.MaxWrong bound ->
                "max-wrong " + bound.share() + " among the answered (Clopper-Pearson upper bound at "
                        + bound.confidence()
                        + "); ask-at " + ThresholdRule.DELAY + " of the cost of a needless handover";
            case ThresholdRule.Costs costs -> "least cost: wrong " + costs.wrong() + ", needless handover "
                    + costs.handover() + ", question back " + costs.delay();
        };
    }
}
