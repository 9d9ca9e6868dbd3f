package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.lotsen.evaluation.Report.Section;
import se.lotsen.evaluation.Report.Table;

/** The report on {@code evaluate compare}. */
public final class CompareReport {
    private CompareReport() {
    }

    /** What changed, whether it became better, and what only one of the files has. */
    public static Report of(Comparison comparison) {
        List<Section> sections = new ArrayList<>();
        sections.add(overview(comparison));
        comparison.grades().ifPresent(grades -> sections.add(grades(grades)));
        sections.add(changes(comparison));
        return new Report(ReportText.of("compare.title", comparison.before(), comparison.after()),
                ReportText.of("compare.lead", comparison.rows()), sections);
    }

    private static Section overview(Comparison comparison) {
        List<List<String>> counts = new ArrayList<>();
        comparison.counts().forEach(
                (name, count) -> counts.add(List.of(ReportText.figure(name), String.valueOf(count), "")));
        counts.add(named("onlyBefore", comparison.onlyBefore()));
        counts.add(named("onlyAfter", comparison.onlyAfter()));
        counts.add(named("otherQuestion", comparison.otherQuestion()));
        return new Section(ReportText.of("overview.heading"), "",
                List.of(counts(ReportText.of("compare.counts"), counts)), List.of());
    }

    private static Section grades(ComparedGrades grades) {
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put(ReportText.of("compare.before"), grades.before());
        shares.put(ReportText.of("compare.after"), grades.after());
        String difference = ReportText.of("compare.difference",
                ReportText.percent(grades.difference().value()),
                ReportText.interval(grades.difference()), grades.before().rows(),
                ReportText.of(grades.isToldApart() ? "compare.toldApart" : "compare.chance"));
        List<List<String>> counts = List.of(named("gained", grades.gained()), named("lost", grades.lost()),
                named("ungraded", grades.ungraded()), named("unanswered", grades.unanswered()));
        return new Section(ReportText.of("compare.grades"), difference,
                List.of(counts(ReportText.of("compare.gained"), counts)),
                List.of(ReportCharts.bars(ReportText.of("compare.chart"), shares)));
    }

    private static Section changes(Comparison comparison) {
        Set<String> gained = new TreeSet<>(comparison.grades().map(ComparedGrades::gained).orElse(List.of()));
        Set<String> lost = new TreeSet<>(comparison.grades().map(ComparedGrades::lost).orElse(List.of()));
        List<List<String>> rows = new ArrayList<>();
        for (AnswerChange change : comparison.changes()) {
            String grade = gained.contains(change.key())
                    ? "gained"
                    : lost.contains(change.key()) ? "lost" : "";
            rows.add(List.of(change.key(), change.question(), ReportText.kinds(change.kindBefore()),
                    ReportText.kinds(change.kindAfter()), change.pageBefore(), change.pageAfter(),
                    ReportText.of(change.text() ? "compare.yes" : "compare.no"),
                    grade.isEmpty() ? "" : ReportText.figure(grade)));
        }
        Table table = new Table(ReportText.of("compare.changes"), List.of(ReportText.of("column.id"),
                ReportText.of("column.question"), ReportText.of("compare.kindBefore"),
                ReportText.of("compare.kindAfter"), ReportText.of("compare.pageBefore"),
                ReportText.of("compare.pageAfter"), ReportText.of("compare.text"),
                ReportText.of("compare.grade")), rows);
        return new Section(ReportText.of("compare.changes"), "", List.of(table), List.of());
    }

    private static List<String> named(String name, List<String> rows) {
        return List.of(ReportText.figure(name), String.valueOf(rows.size()), String.join(" ", rows));
    }

    private static Table counts(String caption, List<List<String>> rows) {
        return new Table(caption, List.of(ReportText.of("column.figure"), ReportText.of("column.count"),
                ReportText.of("column.id")), rows);
    }
}
