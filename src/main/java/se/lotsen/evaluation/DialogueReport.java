package se.lotsen.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.evaluation.DialogueEvaluation.Figures;
import se.lotsen.evaluation.Report.Section;
import se.lotsen.evaluation.Report.Table;

/** The report on {@code evaluate --dialogues}. */
public final class DialogueReport {
    private DialogueReport() {
    }

    /** Figures, kinds, languages and every turn that was not right. */
    public static Report of(Figures figures) {
        Map<String, Share> named = new LinkedHashMap<>();
        figures.named().forEach((name, share) -> named.put(ReportText.figure(name), share));
        Section overview = new Section(ReportText.of("overview.heading"), ReportText.of("overview.note"),
                List.of(ReportTables.shares(ReportText.of("dialogues.caption"), named)),
                List.of(ReportCharts.bars(ReportText.of("dialogues.chart"), named),
                        ReportCharts.bars(ReportText.of("dialogues.languages"), figures.languages())));
        Section kinds = new Section(ReportText.of("kinds.heading"), ReportText.of("kinds.note"),
                List.of(ReportTables.confusion(figures.kinds())), List.of());
        List<List<String>> rows = figures.turns().stream().filter(turn -> !turn.isRight())
                .map(turn -> ReportTables.failure(
                        ReportText.of("dialogues.turn", turn.graded().row().id(), turn.turn(),
                                ReportText.of("turn." + turn.kind().wireName())),
                        turn.graded()))
                .toList();
        Section failures = new Section(ReportText.of("failures.heading"),
                ReportText.of("failures.note", rows.size()),
                List.of(new Table(ReportText.of("failures.caption"), ReportTables.failureColumns(), rows)),
                List.of());
        return new Report(ReportText.of("dialogues.title", figures.file()),
                ReportText.of("dialogues.lead", figures.dialogues(), figures.turns().size()),
                List.of(overview, kinds, failures));
    }
}
