package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.confidence.CalibrationFile;
import se.lotsen.confidence.ClopperPearson;
import se.lotsen.confidence.GradedEvidence;
import se.lotsen.confidence.ModelFit;
import se.lotsen.confidence.Predictions;
import se.lotsen.confidence.Thresholds;

/**
 * What a calibration rests on, as its file tells it.
 *
 * @param cases the graded cases
 * @param predictions their out-of-fold probabilities
 * @param thresholds the thresholds chosen
 */
record CalibrationFigures(List<GradedEvidence> cases, Predictions predictions, Thresholds thresholds) {
    /** Figures are written to five places. */
    static final double DIGITS = 1e5;

    private static final double CONFIDENCE = 0.95;
    private static final int POINTS = 20;

    /** The share of the answerable, or of the unanswerable, cases that are answered. */
    double answered(boolean answerable) {
        int all = 0;
        int answered = 0;
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).answerable() == answerable) {
                all++;
                answered += predictions.probability()[i] >= thresholds.answerAt() ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) answered / all;
    }

    Map<String, Double> quality() {
        int answered = 0;
        int wrong = 0;
        for (int i = 0; i < predictions.size(); i++) {
            boolean isAnswered = predictions.probability()[i] >= thresholds.answerAt();
            answered += isAnswered ? 1 : 0;
            wrong += isAnswered && !predictions.right()[i] ? 1 : 0;
        }
        Map<String, Double> quality = new LinkedHashMap<>();
        quality.put("folds", (double) ModelFit.FOLDS);
        quality.put("auroc", round(predictions.auroc()));
        quality.put("aurc", round(predictions.aurc()));
        quality.put("ece", round(predictions.ece()));
        quality.put("eceOfPerfect", round(predictions.eceOfPerfect()));
        quality.put("answered", (double) answered);
        quality.put("wrongAmongAnswered", (double) wrong);
        quality.put("wrongAtMost95",
                answered == 0 ? 0 : round(ClopperPearson.upper(wrong, answered, CONFIDENCE)));
        quality.put("leastProvable95",
                answered == 0 ? 1 : round(ClopperPearson.provable(answered, CONFIDENCE)));
        quality.put("answeredOfAnswerable", round(answered(true)));
        quality.put("answeredOfUnanswerable", round(answered(false)));
        return quality;
    }

    List<CalibrationFile.Bin> reliability() {
        return predictions.bins().stream()
                .map(bin -> new CalibrationFile.Bin(bin.cases(), round(bin.said()), round(bin.came())))
                .toList();
    }

    /** Some twenty points of the curve, evenly over the coverage. */
    List<CalibrationFile.Point> curve() {
        List<CalibrationFile.Point> points = new ArrayList<>();
        int next = 1;
        for (Predictions.Point point : predictions.curve()) {
            if (point.coverage() * POINTS >= next - 1e-9) {
                int answered = (int) Math.round(point.coverage() * predictions.size());
                int wrong = (int) Math.round(point.risk() * answered);
                points.add(new CalibrationFile.Point(round(point.at()), round(point.coverage()),
                        round(point.risk()),
                        round(ClopperPearson.upper(wrong, answered, CONFIDENCE))));
                next = (int) Math.floor(point.coverage() * POINTS + 1e-9) + 1;
            }
        }
        return points;
    }

    static double round(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
