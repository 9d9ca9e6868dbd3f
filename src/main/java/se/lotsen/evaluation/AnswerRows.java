package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file that {@code --rows} writes: one whole answer as JSON on each line, with the {@code id} of its row. */
public final class AnswerRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerRows() {
    }

    /** @throws EvaluationInputException when the file cannot be written */
    public static void write(Path file, List<QuestionEvaluation.Graded> graded) {
        List<String> lines = new ArrayList<>();
        for (QuestionEvaluation.Graded row : graded) {
            ObjectNode line = JSON.createObjectNode().put("id", row.row().id());
            ObjectNode answer = JSON.valueToTree(row.answer());
            line.setAll(answer);
            lines.add(line.toString());
        }
        write(file, String.join("\n", lines) + "\n");
    }

    /** @throws EvaluationInputException when the file cannot be written */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw EvaluationInputException.unwritable(file);
        }
    }
}
