package se.lotsen.confidence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.ConfidenceModel.Coefficient;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.Meaning;

/**
 * A model, the thresholds that go with it, and what both rest on.
 *
 * @param model the probability
 * @param thresholds what it is held against
 * @param basis what it was fitted on
 * @param meaning what holds instead where vectors of one embedding model have taken part; null where none was calibrated
 */
public record Calibration(ConfidenceModel model, Thresholds thresholds, Basis basis,
        @Nullable MeaningCalibration meaning) {
    /** With fewer graded cases than these, neither the probabilities nor the thresholds are to be trusted. */
    public static final int ENOUGH = 50;

    /**
     * What is used where nobody has calibrated: weights from laboratory sets of Swedish questions with about half of them
     * unanswerable, and thresholds by judgement. Not to be taken for this municipality's risk.
     */
    public static final Calibration LABORATORY = new Calibration(new ConfidenceModel(-3.57, List.of(
            raw("boundShare", 2.26), raw("runnerUp", -2.29), raw("gramCoverage", 1.39),
            raw("focusCoverage", 0.72), raw("topShare", 2.16), raw("logQuestionWeight", 0.20),
            raw("logFoundWeight", 0.04))), new Thresholds(0.27, 0.62, 0.35),
            new Basis("laboratory", LocalDate.of(2026, 11, 21), 0), null);

    /** A probability and what it is held against. */
    record Part(ConfidenceModel model, Thresholds thresholds) {
    }

    /** What holds for a question: that of words, unless vectors have taken part whose model was calibrated. */
    Part of(Evidence evidence) {
        Meaning found = evidence.meaning();
        if (meaning != null && found.isUsed() && meaning.model().equals(found.model())) {
            MeaningCalibration.Group group = meaning.of(found);
            return new Part(group.confidence(), group.thresholds());
        }
        return new Part(model, thresholds);
    }

    /**
     * Where a calibration comes from.
     *
     * @param name {@code laboratory}, or the file
     * @param made the day
     * @param cases how many graded cases it was fitted on; 0 where that is not known
     */
    public record Basis(String name, LocalDate made, int cases) {
    }

    /** Whether there were enough graded cases of this municipality to rely on it. */
    public boolean isTrusted() {
        return basis.cases() >= ENOUGH;
    }

    private static Coefficient raw(String feature, double weight) {
        return new Coefficient(feature, weight, 0, 1);
    }
}
