package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.evaluation.QuestionEvaluation.Graded;

class ComparisonTests {
    private static final AnswerKind ANSWERED = AnswerKind.ANSWERED;

    @TempDir
    Path folder;

    @Test
    void whatChangedIsNamed() throws IOException {
        Path before = rows("a.jsonl", row("1", ANSWERED, "a", "Ja."), row("2", ANSWERED, "a", "Ja."),
                row("3", ANSWERED, "a", "Ja."), row("4", ANSWERED, "a", "Ja."), row("5", ANSWERED, "a", "-"));
        Path after = rows("b.jsonl", row("2", AnswerKind.HANDOVER, "a", "Ja."),
                row("1", ANSWERED, "a", "Ja."),
                row("3", ANSWERED, "b", "Ja."), row("4", ANSWERED, "a", "Nej."),
                row("6", ANSWERED, "a", "-"));
        Comparison comparison = Comparison.of(before, after);
        assertThat(comparison.rows()).isEqualTo(4);
        assertThat(comparison.changes()).containsExactly(
                new AnswerChange("2", "fråga", "answered", "handover", "a", "a", true, false, false),
                new AnswerChange("3", "fråga", "answered", "answered", "a", "b", false, true, false),
                new AnswerChange("4", "fråga", "answered", "answered", "a", "a", false, false, true));
        assertThat(comparison.onlyBefore()).containsExactly("5");
        assertThat(comparison.onlyAfter()).containsExactly("6");
        assertThat(comparison.grades()).isEmpty();
        assertThat(comparison.json()).containsEntry("changed", 3L).containsEntry("kindChanged", 1L)
                .containsEntry("onlyAfter", List.of("6")).doesNotContainKey("toldApart");
    }

    /** Of ten questions five are gained and one is lost: .4 more are right, but chance alone would show as much in every fifth pair. */
    @Test
    void gainsAndLossesAreGradedByTheQuestionFile() throws IOException {
        List<Graded> before = new ArrayList<>();
        List<Graded> after = new ArrayList<>();
        StringBuilder questions = new StringBuilder("id\tlang\texpected\tpages\tquestion\tfacts\n");
        for (int i = 0; i < 10; i++) {
            before.add(row("q" + i, ANSWERED, i >= 6 ? "a" : "b", "Ja."));
            after.add(row("q" + i, ANSWERED, i == 9 || i == 5 ? "b" : "a", "Ja."));
            questions.append("q").append(i).append("\tsv\tanswered\ta\tfråga\tJa\n");
        }
        questions.append("q10\tsv\tanswered\ta\tfråga\tJa\n");
        Path file = Files.writeString(folder.resolve("q.tsv"), questions);
        ComparedGrades grades = Comparison.ofQuestions(rows("a.jsonl", before), rows("b.jsonl", after), file)
                .grades().orElseThrow();
        assertThat(grades.before().share().value()).isEqualTo(0.4);
        assertThat(grades.after().share().value()).isEqualTo(0.8);
        assertThat(grades.gained()).containsExactly("q0", "q1", "q2", "q3", "q4");
        assertThat(grades.lost()).containsExactly("q9");
        assertThat(grades.unanswered()).containsExactly("q10");
        assertThat(grades.difference().value()).isEqualTo(0.4, within(1e-12));
        assertThat(grades.probability()).isEqualTo(2 * 7 / 64.0, within(1e-12));
        assertThat(grades.isToldApart()).isFalse();
    }

    @Test
    void manyGainsAreToldApartFromChance() throws IOException {
        List<Graded> before = new ArrayList<>();
        List<Graded> after = new ArrayList<>();
        StringBuilder questions = new StringBuilder("id\tlang\texpected\tpages\tquestion\n");
        for (int i = 0; i < 40; i++) {
            before.add(row("q" + i, AnswerKind.HANDOVER, "a", "Ja."));
            after.add(row("q" + i, i < 10 ? ANSWERED : AnswerKind.HANDOVER, "a", "Ja."));
            questions.append("q").append(i).append("\tsv\tanswered\ta\tfråga\n");
        }
        Path file = Files.writeString(folder.resolve("q.tsv"), questions);
        Comparison comparison = Comparison.ofQuestions(rows("a.jsonl", before), rows("b.jsonl", after), file);
        assertThat(comparison.grades().orElseThrow().isToldApart()).isTrue();
        assertThat(comparison.json()).containsEntry("toldApart", true);
        assertThat(McNemar.probability(4, 0)).isEqualTo(0.125, within(1e-12));
        assertThat(McNemar.probability(0, 0)).isEqualTo(1);
    }

    @Test
    void turnsOfDialoguesAreComparedByDialogueAndTurn() throws IOException {
        Path file = Files.writeString(folder.resolve("d.jsonl"),
                """
                        {"id": "d1", "lang": "sv", "turns": [{"question": "fråga", "expected": ["answered"], "pages": ["a"]},
                        """
                        .strip() + " {\"question\": \"fråga\", \"expected\": [\"greeting\"]}]}\n");
        Path before = turns("a.jsonl", ANSWERED);
        Path after = turns("b.jsonl", AnswerKind.GREETING);
        ComparedGrades grades = Comparison.ofDialogues(before, after, file).grades().orElseThrow();
        assertThat(grades.gained()).containsExactly("d1#1");
        assertThat(grades.lost()).containsExactly("d1#0");
    }

    @Test
    void rowsOfAnotherQuestionAreLeftOutAndNamed() throws IOException {
        Path before = rows("a.jsonl", row("1", ANSWERED, "a", "Ja."));
        Path after = Files.writeString(folder.resolve("b.jsonl"),
                Files.readString(before).replace("fråga", "en annan").replace("Ja.", "Nej."));
        Comparison comparison = Comparison.of(before, after);
        assertThat(comparison.rows()).isZero();
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.otherQuestion()).containsExactly("1");
    }

    @Test
    void brokenRowsAreNamed() throws IOException {
        Path good = rows("a.jsonl", row("1", ANSWERED, "a", "Ja."));
        assertRefused(good, "{\"id\": \"1\"}\n", ":1: the field \"kind\" is missing");
        assertRefused(good, "{\"id\": \"1\", \"kind\": \"svar\"}\n", ":1: unknown kind svar");
        assertRefused(good, "\n{\"id\": \"1\", \"turn\": \"x\", \"kind\": \"answered\"}\n",
                ":2: the field \"turn\" is not a whole number");
        assertRefused(good, Files.readString(good) + Files.readString(good), ":2: the row 1 stands twice");
        assertRefused(good, "", ": no rows");
    }

    private void assertRefused(Path good, String text, String said) throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), text);
        assertThatThrownBy(() -> Comparison.of(good, bad)).isInstanceOf(EvaluationInputException.class)
                .hasMessageStartingWith(bad + said);
    }

    private static Graded row(String id, AnswerKind kind, String page, String text) {
        return GradedRows.graded(id + " sv answered a -", kind, page, text);
    }

    private Path rows(String name, Graded... rows) throws IOException {
        return rows(name, List.of(rows));
    }

    private Path rows(String name, List<Graded> rows) throws IOException {
        AnswerRows.write(folder.resolve(name), rows);
        return folder.resolve(name);
    }

    private Path turns(String name, AnswerKind kind) {
        AnswerRows.writeTurns(folder.resolve(name), List.of(
                new DialogueEvaluation.GradedTurn(0, Dialogue.TurnKind.FIRST, row("d1", kind, "a", "Ja.")),
                new DialogueEvaluation.GradedTurn(1, Dialogue.TurnKind.OTHER, row("d1", kind, "a", "Ja."))));
        return folder.resolve(name);
    }
}
