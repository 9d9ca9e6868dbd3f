package se.lotsen.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.evaluation.Report.Section;
import se.lotsen.evaluation.Report.Table;

/** The report on {@code evaluate --beir}. */
public final class BeirReport {
    private BeirReport() {
    }

    /** Figures, and every question whose first document was not a right one. */
    public static Report of(BeirEvaluation.Figures figures) {
        Map<String, Share> named = new LinkedHashMap<>();
        figures.named().forEach((name, figure) -> named.put(ReportText.figure(name),
                new Share(figures.queries(), figure, Share.Method.BOOTSTRAP)));
        Section overview = new Section(ReportText.of("overview.heading"), ReportText.of("overview.note"),
                List.of(ReportTables.shares(ReportText.of("beir.caption"), named)),
                List.of(ReportCharts.bars(ReportText.of("beir.chart"), named)));
        List<List<String>> rows = figures.misses().stream()
                .map(miss -> List.of(miss.id(), miss.question(), String.join(", ", miss.right()),
                        String.join(", ", miss.found())))
                .toList();
        Table table = new Table(ReportText.of("failures.caption"), List.of(ReportText.of("column.id"),
                ReportText.of("column.question"), ReportText.of("column.rightDocuments"),
                ReportText.of("column.foundDocuments")), rows);
        return new Report(ReportText.of("beir.title", figures.set(), figures.split()),
                ReportText.of("beir.lead", figures.documents(), figures.queries()),
                List.of(overview, new Section(ReportText.of("failures.heading"),
                        ReportText.of("failures.note", rows.size()), List.of(table), List.of())));
    }
}
