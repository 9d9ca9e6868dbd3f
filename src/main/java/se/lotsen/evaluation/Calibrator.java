package se.lotsen.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.CalibrationFile;
import se.lotsen.confidence.ConfidenceModel;
import se.lotsen.confidence.GradedEvidence;
import se.lotsen.confidence.ModelFit;
import se.lotsen.confidence.Predictions;
import se.lotsen.confidence.ThresholdRule;
import se.lotsen.confidence.Thresholds;
import se.lotsen.knowledge.KnowledgeFolder;

/**
 * Fits the confidence to graded cases: a logistic model, and two thresholds by a stated rule. Every figure that is
 * reported is over probabilities from models that have not seen the case's page. Equal input gives an equal file.
 */
public final class Calibrator {
    private static final long SEED = 1_000;
    private static final double DIGITS = CalibrationFigures.DIGITS;

    private Calibrator() {
    }

    /**
     * What to fit on.
     *
     * @param questions question files
     * @param withoutEveryThird whether to keep each third of their rows for the end
     * @param grades files of grades
     * @param beir folders and splits
     */
    public record Input(List<Path> questions, boolean withoutEveryThird, List<Path> grades,
            List<BeirSplit> beir) {
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
     */
    public record Outcome(CalibrationFile file, Predictions predictions, int leftOut, int heldOut,
            double answeredOfAnswerable, double answeredOfUnanswerable) {

        /** Whether there were enough cases to rely on the file. */
        public boolean isTrusted() {
            return predictions.size() >= Calibration.ENOUGH;
        }
    }

    /** @throws EvaluationInputException when an input cannot be read, or all its cases went the same way */
    public static Outcome run(KnowledgeFolder folder, Input input, ThresholdRule rule, LocalDate today) {
        try (CalibrationCases gathered = new CalibrationCases(folder)) {
            input.questions().forEach(file -> gathered.questions(file, input.withoutEveryThird()));
            input.grades().forEach(gathered::grades);
            input.beir().forEach(set -> gathered.beir(set.folder(), set.split(), SEED));
            return outcome(gathered, rule, today);
        }
    }

    private static Outcome outcome(CalibrationCases gathered, ThresholdRule rule, LocalDate today) {
        List<GradedEvidence> cases = gathered.cases();
        long right = cases.stream().filter(GradedEvidence::right).count();
        if (right == 0 || right == cases.size()) {
            throw new EvaluationInputException("all " + cases.size() + " graded cases are "
                    + (right == 0 ? "wrong" : "right")
                    + ": there is nothing to tell apart; give cases of both kinds");
        }
        double penalty = ModelFit.bestPenalty(cases);
        ModelFit fit = ModelFit.ofRightness(penalty);
        Predictions predictions = predictions(cases, fit.outOfFold(cases));
        Thresholds thresholds = withGate(cases, predictions, rounded(rule.choose(predictions)));
        ConfidenceModel model = fit.fit(cases);
        boolean trusted = cases.size() >= Calibration.ENOUGH;
        CalibrationFigures figures = new CalibrationFigures(cases, predictions, thresholds);
        CalibrationFile file = new CalibrationFile(CalibrationFile.FORMAT, today, trusted, gathered.sources(),
                words(rule), thresholds, new CalibrationFile.Model(penalty, round(model.intercept()),
                        model.coefficients().stream().map(Calibrator::rounded).toList()),
                figures.quality(), figures.reliability(), figures.curve());
        return new Outcome(file, predictions, gathered.leftOut(), gathered.heldOut(),
                figures.answered(true),
                figures.answered(false));
    }

    private static Predictions predictions(List<GradedEvidence> cases, double[] probability) {
        boolean[] right = new boolean[cases.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = cases.get(i).right();
        }
        return Predictions.of(probability, right);
    }

    /**
     * Gate 1 only names what is missing: it lies below everything that would have been answered or asked back, so that
     * it takes nothing away that the probability allows.
     */
    private static Thresholds withGate(List<GradedEvidence> cases, Predictions predictions,
            Thresholds chosen) {
        double least = 1;
        for (int i = 0; i < cases.size(); i++) {
            if (predictions.probability()[i] >= chosen.askAt()) {
                least = Math.min(least, cases.get(i).evidence().boundShare());
            }
        }
        return new Thresholds(Math.floor(least * 100) / 100, chosen.answerAt(), chosen.askAt());
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

    private static Thresholds rounded(Thresholds thresholds) {
        // Down, so that the case the threshold was chosen by stays above it.
        double answer = Math.floor(thresholds.answerAt() * DIGITS) / DIGITS;
        return new Thresholds(thresholds.minBoundShare(), answer,
                Math.min(answer, Math.floor(thresholds.askAt() * DIGITS) / DIGITS));
    }

    private static ConfidenceModel.Coefficient rounded(ConfidenceModel.Coefficient one) {
        return new ConfidenceModel.Coefficient(one.feature(), round(one.weight()), round(one.mean()),
                Math.max(1 / DIGITS, round(one.scale())));
    }

    private static double round(double value) {
        return CalibrationFigures.round(value);
    }
}
