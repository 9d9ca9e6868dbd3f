package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.evaluation.QuestionEvaluation.Graded;
import se.lotsen.evaluation.Report.Chart;
import se.lotsen.evaluation.Report.Table;

/**
 * What the rows' confidence is worth: how much can be answered at which risk, and whether 80 % means eight of ten. Only
 * rows that the search decided on count; a row is right when a right page is first.
 */
final class ConfidenceCharts {
    private static final int BINS = 10;
    private static final Set<AnswerKind> BY_SEARCH = EnumSet.of(AnswerKind.ANSWERED, AnswerKind.CLARIFY,
            AnswerKind.HANDOVER, AnswerKind.NO_ANSWER);

    private ConfidenceCharts() {
    }

    /** One row's confidence and whether its first page is right. */
    record Judged(double confidence, boolean right) {
    }

    /** Of the share of rows with the highest confidence, the share that is wrong. */
    record RiskAt(double coverage, double risk, double threshold) {
    }

    /** Rows whose confidence lies in one tenth of the scale; empty tenths are left out. */
    record Bin(int rows, double confidence, double right) {
    }

    static List<Judged> judged(List<Graded> graded) {
        return graded.stream().filter(row -> BY_SEARCH.contains(row.given().kind()))
                .map(row -> new Judged(row.given().confidence(),
                        row.row().isAnswerable() && row.isRightPage()))
                .sorted(Comparator.comparingDouble(Judged::confidence).reversed()).toList();
    }

    /** A point after each row, best confidence first; rows of equal confidence share their last point. */
    static List<RiskAt> riskCoverage(List<Judged> judged) {
        List<RiskAt> curve = new ArrayList<>();
        int wrong = 0;
        for (int i = 0; i < judged.size(); i++) {
            wrong += judged.get(i).right() ? 0 : 1;
            boolean last = i + 1 == judged.size()
                    || judged.get(i + 1).confidence() != judged.get(i).confidence();
            if (last) {
                curve.add(new RiskAt((i + 1.0) / judged.size(), wrong / (i + 1.0),
                        judged.get(i).confidence()));
            }
        }
        return curve;
    }

    static List<Bin> reliability(List<Judged> judged) {
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            int bin = b;
            List<Judged> in = judged.stream()
                    .filter(row -> Math.min(BINS - 1, (int) (row.confidence() * BINS)) == bin).toList();
            if (!in.isEmpty()) {
                bins.add(new Bin(in.size(),
                        in.stream().mapToDouble(Judged::confidence).average().orElseThrow(),
                        in.stream().mapToDouble(row -> row.right() ? 1 : 0).average().orElseThrow()));
            }
        }
        return bins;
    }

    static List<Chart> of(List<Graded> graded) {
        List<Judged> judged = judged(graded);
        return judged.isEmpty() ? List.of() : List.of(riskChart(judged), reliabilityChart(judged));
    }

    private static Chart riskChart(List<Judged> judged) {
        List<RiskAt> curve = riskCoverage(judged);
        List<List<String>> rows = new ArrayList<>();
        for (int tenth = 1; tenth <= BINS; tenth++) {
            double share = tenth / (double) BINS;
            RiskAt at = curve.stream().filter(point -> point.coverage() >= share - 1e-9).findFirst()
                    .orElse(curve.getLast());
            rows.add(List.of(ReportText.percent(at.coverage()), ReportText.percent(at.risk()),
                    ReportText.percent(at.threshold())));
        }
        Table numbers = new Table(ReportText.of("risk.title"), List.of(ReportText.of("risk.coverage"),
                ReportText.of("risk.risk"), ReportText.of("risk.threshold")), rows);
        return ReportCharts.curve(ReportText.of("risk.title"), ReportText.of("risk.description"),
                ReportText.of("risk.coverage"), ReportText.of("risk.risk"),
                curve.stream().map(point -> new double[]{point.coverage(), point.risk()}).toList(), false,
                false,
                numbers);
    }

    private static Chart reliabilityChart(List<Judged> judged) {
        List<Bin> bins = reliability(judged);
        Table numbers = new Table(ReportText.of("reliability.title"),
                List.of(ReportText.of("reliability.confidence"), ReportText.of("reliability.right"),
                        ReportText.of("column.rows")),
                bins.stream().map(bin -> List.of(ReportText.percent(bin.confidence()),
                        ReportText.percent(bin.right()), String.valueOf(bin.rows()))).toList());
        return ReportCharts.curve(ReportText.of("reliability.title"),
                ReportText.of("reliability.description"),
                ReportText.of("reliability.confidence"), ReportText.of("reliability.right"),
                bins.stream().map(bin -> new double[]{bin.confidence(), bin.right()}).toList(), true, true,
                numbers);
    }
}
