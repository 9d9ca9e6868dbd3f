package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.lotsen.answering.Answer;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.evaluation.QuestionEvaluation.Graded;
import se.lotsen.evaluation.Report.Table;

/** Tables that several reports have in common. */
final class ReportTables {
    private static final int SOURCES_SHOWN = 3;

    private ReportTables() {
    }

    /** Shares with interval, rows and method. */
    static Table shares(String caption, Map<String, Share> named) {
        List<List<String>> rows = new ArrayList<>();
        named.forEach((name, share) -> rows.add(List.of(name, ReportText.percent(share.share().value()),
                ReportText.interval(share.share()), String.valueOf(share.rows()),
                ReportText.of("method." + share.method().wireName()))));
        return new Table(caption, List.of(ReportText.of("column.figure"), ReportText.of("column.value"),
                ReportText.of("column.interval"), ReportText.of("column.rows"),
                ReportText.of("column.method")),
                rows);
    }

    /** Expected kinds down, given kinds across. */
    static Table confusion(Map<String, Map<String, Integer>> kinds) {
        Set<String> given = new LinkedHashSet<>();
        kinds.values().forEach(counts -> given.addAll(counts.keySet()));
        List<String> columns = new ArrayList<>(List.of(ReportText.of("column.expectedKind")));
        given.forEach(kind -> columns.add(ReportText.kinds(kind)));
        List<List<String>> rows = new ArrayList<>();
        kinds.forEach((expected, counts) -> {
            List<String> row = new ArrayList<>(List.of(ReportText.kinds(expected)));
            given.forEach(kind -> row.add(String.valueOf(counts.getOrDefault(kind, 0))));
            rows.add(row);
        });
        return new Table(ReportText.of("kinds.caption"), columns, rows);
    }

    /** The cells on a row that failed: question, expected, given, sources, what is missing. */
    static List<String> failure(String id, Graded graded) {
        QuestionRow row = graded.row();
        String text = graded.given().text();
        List<String> missing = row.facts().stream().filter(fact -> !text.contains(fact)).toList();
        return List.of(id, graded.answer().question(), ReportText.kinds(row.expectedText()), row.pagesText(),
                ReportText.kinds(graded.given().kind().wireName()), sources(graded.answer()),
                graded.isAnswered() ? String.join(", ", missing) : "", text);
    }

    static List<String> failureColumns() {
        return List.of(ReportText.of("column.id"), ReportText.of("column.question"),
                ReportText.of("column.expectedKind"), ReportText.of("column.expectedPages"),
                ReportText.of("column.givenKind"), ReportText.of("column.sources"),
                ReportText.of("column.missingFacts"), ReportText.of("column.answer"));
    }

    private static String sources(Answer answer) {
        return String.join(", ", answer.sources().stream().limit(SOURCES_SHOWN)
                .map(ConversationEvent.Source::page).toList());
    }
}
