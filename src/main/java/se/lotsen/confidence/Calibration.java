package se.lotsen.confidence;

import java.util.List;
import se.lotsen.confidence.ConfidenceModel.Coefficient;

/**
 * A model and the thresholds that go with it.
 *
 * @param model the probability
 * @param thresholds what it is held against
 */
public record Calibration(ConfidenceModel model, Thresholds thresholds) {

    /**
     * What is used where nobody has calibrated: weights from laboratory sets of Swedish questions with about half of them
     * unanswerable, and thresholds by judgement. Not to be taken for this municipality's risk.
     */
    public static final Calibration LABORATORY = new Calibration(new ConfidenceModel(-3.57, List.of(
            raw("boundShare", 2.26), raw("runnerUp", -2.29), raw("gramCoverage", 1.39),
            raw("focusCoverage", 0.72), raw("topShare", 2.16), raw("logQuestionWeight", 0.20),
            raw("logFoundWeight", 0.04))), new Thresholds(0.27, 0.62, 0.35));

    private static Coefficient raw(String feature, double weight) {
        return new Coefficient(feature, weight, 0, 1);
    }
}
