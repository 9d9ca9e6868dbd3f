package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.lotsen.evaluation.RowFile.Row;

/**
 * Two files of rows for the same questions, before and after a change: which answers changed, and, where the question
 * file is at hand, whether they became better.
 *
 * @param rows how many questions both files answer
 * @param changes rows with another kind, first page or text, in the first file's order
 * @param onlyBefore rows that only the first file has
 * @param onlyAfter rows that only the second file has
 * @param otherQuestion rows whose id is the same but whose question is not; they are not compared
 * @param grades empty without a question file
 */
public record Comparison(String before, String after, int rows, List<AnswerChange> changes,
        List<String> onlyBefore,
        List<String> onlyAfter, List<String> otherQuestion, Optional<ComparedGrades> grades) {

    /** Compares without grading. */
    public static Comparison of(Path before, Path after) {
        return of(before, after, Map.of());
    }

    /** Compares rows of {@code --questions} and grades them by that file. */
    public static Comparison ofQuestions(Path before, Path after, Path questions) {
        Map<String, QuestionRow> asked = new LinkedHashMap<>();
        QuestionRow.read(questions).forEach(row -> asked.put(row.id(), row));
        return of(before, after, asked);
    }

    /** Compares rows of {@code --dialogues} and grades them by that file. */
    public static Comparison ofDialogues(Path before, Path after, Path dialogues) {
        Map<String, QuestionRow> asked = new LinkedHashMap<>();
        for (Dialogue dialogue : DialogueFile.read(dialogues)) {
            for (int turn = 0; turn < dialogue.turns().size(); turn++) {
                asked.put(RowFile.key(dialogue.id(), turn), dialogue.turns().get(turn));
            }
        }
        return of(before, after, asked);
    }

    private static Comparison of(Path before, Path after, Map<String, QuestionRow> asked) {
        Map<String, Row> old = RowFile.read(before);
        Map<String, Row> now = RowFile.read(after);
        List<String> onlyBefore = old.keySet().stream().filter(key -> !now.containsKey(key)).toList();
        List<String> onlyAfter = now.keySet().stream().filter(key -> !old.containsKey(key)).toList();
        now.keySet().retainAll(old.keySet());
        old.keySet().retainAll(now.keySet());
        List<String> others = old.values().stream()
                .filter(row -> !row.question().equals(find(now, row).question())).map(Row::key).toList();
        others.forEach(old::remove);
        List<AnswerChange> changes = new ArrayList<>();
        for (Row row : old.values()) {
            AnswerChange change = AnswerChange.of(row, find(now, row));
            if (change != null) {
                changes.add(change);
            }
        }
        return new Comparison(before.getFileName().toString(), after.getFileName().toString(), old.size(),
                List.copyOf(changes), onlyBefore, onlyAfter, others,
                asked.isEmpty() ? Optional.empty() : Optional.of(ComparedGrades.of(old, now, asked)));
    }

    private static Row find(Map<String, Row> rows, Row row) {
        return Objects.requireNonNull(rows.get(row.key()));
    }

    /** How many rows changed kind, page and text. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("changed", (long) changes.size());
        counts.put("kindChanged", changes.stream().filter(AnswerChange::kind).count());
        counts.put("pageChanged", changes.stream().filter(AnswerChange::page).count());
        counts.put("textChanged", changes.stream().filter(AnswerChange::text).count());
        return counts;
    }

    /** For {@code --json}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", before);
        json.put("after", after);
        json.put("rows", rows);
        json.putAll(counts());
        json.put("changes", changes.stream().map(AnswerChange::json).toList());
        json.put("onlyBefore", onlyBefore);
        json.put("onlyAfter", onlyAfter);
        json.put("otherQuestion", otherQuestion);
        grades.ifPresent(given -> json.putAll(given.json()));
        return json;
    }
}
