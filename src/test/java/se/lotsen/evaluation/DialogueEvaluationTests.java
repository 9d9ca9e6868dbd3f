package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.evaluation.DialogueEvaluation.Figures;

class DialogueEvaluationTests {
    private static final String TWO = """
            {"id": "d1", "lang": "sv", "turns": [\
            {"question": "bygglov altan", "expected": ["answered"], "pages": ["bygglov"]}, \
            {"question": "vad kostar det", "expected": ["answered", "clarify"], "pages": ["bygglov", "taxa"]}, \
            {"question": "simhallen", "expected": ["answered"], "pages": ["simhall"]}, \
            {"question": "tack", "expected": ["greeting"]}]}

            {"id": "d2", "lang": "en", "turns": [\
            {"question": "swimming", "expected": ["answered"], "pages": ["simhall"]}]}
            """;

    @TempDir
    Path folder;

    /** Every question is answered with the page bygglov, in its own conversation, and each is asked once. */
    @Test
    void turnsAreCountedByWhatTheyAre() throws IOException {
        List<List<String>> conversations = new ArrayList<>();
        Figures figures = DialogueEvaluation.run(file(TWO), dialogue -> {
            List<String> asked = new ArrayList<>();
            conversations.add(asked);
            return question -> {
                asked.add(question);
                return GradedRows.answer(question, dialogue.lang(), AnswerKind.ANSWERED, "bygglov", "Ja.",
                        0.9);
            };
        });
        assertThat(conversations).containsExactly(
                List.of("bygglov altan", "vad kostar det", "simhallen", "tack"), List.of("swimming"));
        assertShare(figures, "rightTurns", 5, 2.0 / 5);
        assertShare(figures, "rightFirstTurns", 2, 1.0 / 2);
        assertShare(figures, "rightFollowUps", 1, 1);
        assertShare(figures, "rightTopicChanges", 1, 0);
        assertShare(figures, "rightOtherTurns", 1, 0);
        assertThat(figures.languages().get("en").share().value()).isZero();
        assertThat(figures.languages().get("sv").share().value()).isEqualTo(0.5);
        assertThat(figures.json()).containsEntry("dialogues", 2).containsEntry("turns", 5)
                .containsEntry("rightFollowUps", 1.0).containsKeys("rowsOf", "intervals95", "languages");
    }

    @Test
    void rowsCarryTheDialogueAndTheTurn() throws IOException {
        Path rows = folder.resolve("rows.jsonl");
        AnswerRows.writeTurns(rows, DialogueEvaluation.run(file(TWO), dialogue -> question -> GradedRows
                .answer(question, dialogue.lang(), AnswerKind.NO_ANSWER, "", "Nej.", 0)).turns());
        assertThat(Files.readAllLines(rows)).hasSize(5)
                .element(1).asString()
                .startsWith("{\"id\":\"d1\",\"turn\":1,\"question\":\"vad kostar det\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"lang": "sv", "turns": []}                              | the field "id" is missing
            {"id": "d", "lang": "sv"}                                | the field "turns" must be a list
            {"id": "d", "lang": "sv", "turns": []}                   | the field "turns" must be a list
            {"id": "d", "lang": "sv", "turns": [{"expected": ["answered"]}]} | turn 0: the field "question"
            {"id": "d", "lang": "sv", "turns": [{"question": "q"}]}  | turn 0: the field "expected" is missing
            {"id": "d", "lang": "sv", "turns": [{"question": "q", "expected": "answered"}]} | turn 0: the field "expected" is not a list
            {"id": "d", "lang": "sv", "turns": [{"question": "q", "expected": ["svar"]}]} | turn 0: unknown kind svar; the kinds are answered, clarify
            {"id": "d", "lang": "sv", "turns": [{"question": "q", "expected": ["answered"], "pages": [1]}]} | turn 0: the field "pages" is not a list
            [1]                                                      | the field "id" is missing
            {broken                                                  | not a JSON object; write one object on each line
            {"id": "a", "lang": "sv", "turns": [{"question": "q", "expected": ["answered"]}]} | the id a is used twice
            """)
    void brokenLinesAreNamedWithTheirRemedy(String line, String said) throws IOException {
        Path file = file("{\"id\": \"a\", \"lang\": \"sv\", \"turns\": "
                + "[{\"question\": \"q\", \"expected\": [\"answered\"]}]}\n\n" + line + "\n");
        assertThatThrownBy(() -> DialogueFile.read(file)).isInstanceOf(EvaluationInputException.class)
                .hasMessageStartingWith(file + ":3: " + said);
    }

    @Test
    void anEmptyFileAndAMissingOneAreRefused() throws IOException {
        Path empty = file("\n");
        assertThatThrownBy(() -> DialogueFile.read(empty)).hasMessageContaining("no dialogues");
        assertThatThrownBy(() -> DialogueFile.read(folder.resolve("saknas.jsonl")))
                .isInstanceOf(EvaluationInputException.class).hasMessageContaining("saknas.jsonl");
    }

    private static void assertShare(Figures figures, String name, int rows, double share) {
        assertThat(figures.share(name).rows()).as(name).isEqualTo(rows);
        assertThat(figures.share(name).share().value()).as(name).isEqualTo(share);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("dialogues.jsonl"), text);
    }
}
