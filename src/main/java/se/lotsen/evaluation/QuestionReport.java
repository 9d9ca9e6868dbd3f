package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.lotsen.evaluation.QuestionEvaluation.Figures;
import se.lotsen.evaluation.QuestionEvaluation.Graded;
import se.lotsen.evaluation.Report.Chart;
import se.lotsen.evaluation.Report.Section;
import se.lotsen.evaluation.Report.Table;

/** The report on {@code evaluate --questions}. */
public final class QuestionReport {
    private QuestionReport() {
    }

    /** Figures, kinds, languages, confidence, mixed-up pages and every row that was not right. */
    public static Report of(Figures figures) {
        return new Report(ReportText.of("questions.title", figures.file()),
                ReportText.of("questions.lead", figures.graded().size()),
                List.of(overview(figures), kinds(figures), languages(figures),
                        new Section(ReportText.of("confidence.heading"), ReportText.of("confidence.note"),
                                List.of(), ConfidenceCharts.of(figures.graded())),
                        pages(figures), failures(figures.graded())));
    }

    private static Section overview(Figures figures) {
        Map<String, Share> named = new LinkedHashMap<>();
        figures.named().forEach((name, share) -> named.put(ReportText.figure(name), share));
        AnswerLength length = figures.length();
        Table words = new Table(ReportText.of("length.caption"),
                List.of(ReportText.of("column.figure"), ReportText.of("column.value"),
                        ReportText.of("column.interval"), ReportText.of("column.rows")),
                List.of(length(ReportText.of("length.mean"), length.mean(), length.answers()),
                        length(ReportText.of("length.p95"), length.p95(), length.answers())));
        return new Section(ReportText.of("overview.heading"), ReportText.of("overview.note"),
                List.of(ReportTables.shares(ReportText.of("overview.caption"), named), words), List.of());
    }

    private static List<String> length(String name, Bootstrap.Interval figure, int rows) {
        return List.of(name, ReportText.number(figure.value()),
                ReportText.number(figure.low()) + " – " + ReportText.number(figure.high()),
                String.valueOf(rows));
    }

    private static Section kinds(Figures figures) {
        Map<String, Share> right = new LinkedHashMap<>();
        figures.rightKindByExpected()
                .forEach((expected, share) -> right.put(ReportText.kinds(expected), share));
        return new Section(ReportText.of("kinds.heading"), ReportText.of("kinds.note"),
                List.of(ReportTables.confusion(figures.kinds())),
                List.of(ReportCharts.bars(ReportText.of("kinds.chart"), right)));
    }

    private static Section languages(Figures figures) {
        List<Chart> charts = new ArrayList<>();
        for (String figure : List.of("answerRate", "strictlyRight", "rightKind", "rightLanguage")) {
            Map<String, Share> shares = new LinkedHashMap<>();
            figures.languages().forEach(language -> shares.put(language.lang(),
                    Objects.requireNonNull(language.shares().get(figure))));
            charts.add(ReportCharts.bars(
                    ReportText.of("languages.chart", ReportText.figure(figure)), shares));
        }
        List<List<String>> gaps = figures.largestGaps().stream()
                .map(gap -> List.of(ReportText.figure(gap.figure()), gap.lang(),
                        ReportText.percent(gap.gap().value()), ReportText.interval(gap.gap())))
                .toList();
        Table table = new Table(ReportText.of("gaps.caption"), List.of(ReportText.of("column.figure"),
                ReportText.of("column.language"), ReportText.of("column.gap"),
                ReportText.of("column.interval")), gaps);
        return new Section(ReportText.of("languages.heading"), ReportText.of("languages.note"),
                gaps.isEmpty() ? List.of() : List.of(table), charts);
    }

    private static Section pages(Figures figures) {
        Table table = new Table(ReportText.of("pages.caption"), List.of(ReportText.of("column.expectedPages"),
                ReportText.of("column.firstPage"), ReportText.of("column.rows"), ReportText.of("column.id")),
                figures.pageMixes().stream().map(mix -> List.of(mix.expected(), mix.given(),
                        String.valueOf(mix.rows().size()), String.join(" ", mix.rows()))).toList());
        return new Section(ReportText.of("pages.heading"), ReportText.of("pages.note"), List.of(table),
                List.of());
    }

    private static Section failures(List<Graded> graded) {
        List<List<String>> rows = graded.stream().filter(row -> !row.isStrictlyRight())
                .map(row -> ReportTables.failure(row.row().id(), row)).toList();
        return new Section(ReportText.of("failures.heading"), ReportText.of("failures.note", rows.size()),
                List.of(new Table(ReportText.of("failures.caption"), ReportTables.failureColumns(), rows)),
                List.of());
    }
}
