package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file that {@code --rows} writes: one whole answer as JSON on each line, with the {@code id} of its
 * row, and for a turn of a dialogue its {@code turn}, from 0.
 */
public final class AnswerRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerRows() {
    }

    /**
     * Looks whether a file could be written, before an hour is spent on what would stand in it.
     *
     * @throws EvaluationInputException when its folder is missing, or it is a folder itself
     */
    public static void requireWritable(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(whole)
                || Files.exists(whole) && !Files.isWritable(whole)) {
            throw EvaluationInputException.unwritable(file);
        }
    }

    /** @throws EvaluationInputException when the file cannot be written */
    public static void write(Path file, List<QuestionEvaluation.Graded> graded) {
        List<String> lines = new ArrayList<>();
        for (QuestionEvaluation.Graded row : graded) {
            lines.add(line(JSON.createObjectNode().put("id", row.row().id()), row));
        }
        writeLines(file, lines);
    }

    /** @throws EvaluationInputException when the file cannot be written */
    public static void writeTurns(Path file, List<DialogueEvaluation.GradedTurn> turns) {
        List<String> lines = new ArrayList<>();
        for (DialogueEvaluation.GradedTurn turn : turns) {
            lines.add(line(JSON.createObjectNode().put("id", turn.graded().row().id())
                    .put("turn", turn.turn()), turn.graded()));
        }
        writeLines(file, lines);
    }

    private static String line(ObjectNode line, QuestionEvaluation.Graded row) {
        ObjectNode answer = JSON.valueToTree(row.answer());
        line.setAll(answer);
        return line.toString();
    }

    private static void writeLines(Path file, List<String> lines) {
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw EvaluationInputException.unwritable(file);
        }
    }
}
