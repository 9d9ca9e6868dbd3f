package se.lotsen.evaluation;

import java.util.List;
import se.lotsen.confidence.CalibrationFile;
import se.lotsen.confidence.ConfidenceModel;
import se.lotsen.confidence.GradedEvidence;
import se.lotsen.confidence.ModelFit;
import se.lotsen.confidence.Predictions;
import se.lotsen.confidence.ThresholdRule;
import se.lotsen.confidence.Thresholds;

/**
 * A model and thresholds for graded cases.
 *
 * @param cases the cases
 * @param predictions their probabilities by models that have not seen their group
 * @param thresholds chosen by the rule over those
 * @param model fitted on all the cases, rounded as it is written
 */
record CalibrationFit(List<GradedEvidence> cases, Predictions predictions, Thresholds thresholds,
        CalibrationFile.Model model) {
    private static final double DIGITS = CalibrationFigures.DIGITS;

    /** @throws EvaluationInputException when all cases went the same way */
    static CalibrationFit of(List<GradedEvidence> cases, ThresholdRule rule) {
        long right = cases.stream().filter(GradedEvidence::right).count();
        if (right == 0 || right == cases.size()) {
            throw new EvaluationInputException("all " + cases.size() + " graded cases are "
                    + (right == 0 ? "wrong" : "right")
                    + ": there is nothing to tell apart; give cases of both kinds");
        }
        double penalty = ModelFit.bestPenalty(cases);
        ModelFit fit = ModelFit.ofRightness(cases, penalty);
        Predictions predictions = predictions(cases, fit.outOfFold(cases));
        ConfidenceModel model = fit.fit(cases);
        return new CalibrationFit(cases, predictions,
                withGate(cases, predictions, rounded(rule.choose(predictions))),
                new CalibrationFile.Model(penalty, round(model.intercept()),
                        model.coefficients().stream().map(CalibrationFit::rounded).toList()));
    }

    CalibrationFigures figures() {
        return new CalibrationFigures(cases, predictions, thresholds);
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
