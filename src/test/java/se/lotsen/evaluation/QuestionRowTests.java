package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.conversation.AnswerKind;

class QuestionRowTests {
    private static final String HEADER = "id\tlang\texpected\tpages\tquestion\tfacts\n";

    @TempDir
    Path folder;

    @Test
    void theMarkThatEditorsOnWindowsWriteIsPassedOver() throws IOException {
        assertThat(QuestionRow.read(file("\uFEFF" + HEADER + "g1\tsv\tgreeting\t-\thej\t-\n"))).hasSize(1);
    }

    @Test
    void readsRowsCommentsAndAlternatives() throws IOException {
        assertThat(QuestionRow.read(file("# en kommentar\n\n" + HEADER
                + "g1\tsv\tanswered|handover\tbygglov|eldstad\tvad kostar det\t50 kronor|100 kronor\n"
                + "# en till\n" + "g2\ten\tno_answer\t-\tnetflix?\t-\n"))).containsExactly(
                        new QuestionRow("g1", "sv", Set.of(AnswerKind.ANSWERED, AnswerKind.HANDOVER),
                                Set.of("bygglov", "eldstad"), "vad kostar det",
                                List.of("50 kronor", "100 kronor")),
                        new QuestionRow("g2", "en", Set.of(AnswerKind.NO_ANSWER), Set.of(), "netflix?",
                                List.of()));
    }

    @Test
    void theFactsColumnMayBeLeftOut() throws IOException {
        assertThat(
                QuestionRow.read(file("id\tlang\texpected\tpages\tquestion\r\ng1\tsv\tgreeting\t\thej\r\n")))
                .containsExactly(new QuestionRow("g1", "sv", Set.of(AnswerKind.GREETING), Set.of(), "hej",
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            3; g2|sv|answered|a; found 4
            3; g2|sv|answered|a|fråga|fakta|mer; found 7
            3; g2|sv|anwsered|a|fråga|-; unknown kind anwsered
            3; g2|sv||a|fråga|-; must not be empty
            3; g2|sv|answered|a| |-; must not be empty
            3; g1|sv|answered|a|fråga|-; the id g1 is used twice
            """)
    void aBrokenRowIsNamedWithItsLine(int line, String row, String said) throws IOException {
        Path file = file(HEADER + "g1\tsv\tanswered\ta\tfråga\t-\n" + row.replace('|', '\t') + "\n");
        assertThatThrownBy(() -> QuestionRow.read(file)).isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining(file + ":" + line + ": ").hasMessageContaining(said);
    }

    @Test
    void aWrongHeaderIsNamedWithItsLine() throws IOException {
        for (String header : List.of("id\tlang\tquestion\tpages\texpected", "g1\tsv\tanswered\ta\tfråga\t-",
                "id\tlang\texpected\tpages", "id\tlang\texpected\tpages\tquestion\tfacts\tmore")) {
            Path file = file("# kommentar\n" + header + "\n");
            assertThatThrownBy(() -> QuestionRow.read(file)).as(header)
                    .isInstanceOf(EvaluationInputException.class)
                    .hasMessageContaining(file + ":2: the header must be");
        }
    }

    @Test
    void aFileWithoutRowsIsRefused() throws IOException {
        for (String text : List.of("", HEADER, "# bara kommentarer\n")) {
            Path file = file(text);
            assertThatThrownBy(() -> QuestionRow.read(file)).isInstanceOf(EvaluationInputException.class)
                    .hasMessageContaining("no rows");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithARemedy() throws IOException {
        assertThatThrownBy(() -> QuestionRow.read(folder.resolve("nowhere.tsv")))
                .isInstanceOf(EvaluationInputException.class).hasMessageContaining("there is no file")
                .hasMessageContaining("nowhere.tsv");
        Path latin = folder.resolve("latin.tsv");
        Files.write(latin,
                (HEADER + "g1\tsv\tanswered\ta\tfråga\t-\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> QuestionRow.read(latin)).isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> QuestionRow.read(folder)).isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining("cannot be read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("questions.tsv"), text);
    }
}
