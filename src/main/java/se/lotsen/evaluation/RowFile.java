package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads back what {@code --rows} wrote; fields that it does not know, as later versions may add, are passed over. */
final class RowFile {
    private RowFile() {
    }

    /**
     * A row as it was given.
     *
     * @param key the row's id, with {@code #turn} for a turn of a dialogue
     * @param question as it was asked, without personal data
     */
    record Row(String key, String question, GivenAnswer given) {
    }

    /**
     * The rows by key, in the file's order.
     *
     * @throws EvaluationInputException naming file, line and remedy
     */
    static Map<String, Row> read(Path file) {
        Map<String, Row> rows = new LinkedHashMap<>();
        JsonLines.read(file, line -> {
            Row row = row(line);
            if (rows.putIfAbsent(row.key(), row) != null) {
                throw new EvaluationInputException(
                        "the row " + row.key() + " stands twice; give a file as --rows wrote it");
            }
        });
        if (rows.isEmpty()) {
            throw new EvaluationInputException(file + ": no rows; give a file that --rows wrote");
        }
        return rows;
    }

    private static Row row(JsonNode line) {
        String id = JsonLines.text(line, "id");
        JsonNode turn = line.path("turn");
        if (!turn.isMissingNode() && !turn.isInt()) {
            throw new EvaluationInputException("the field \"turn\" is not a whole number, from 0");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode sentence : line.path("answer")) {
            text.append(text.isEmpty() ? "" : "\n").append(sentence.path("text").asString(""));
        }
        return new Row(turn.isMissingNode() ? id : key(id, turn.intValue()),
                line.path("question").asString(""),
                new GivenAnswer(QuestionRow.kind(JsonLines.text(line, "kind")),
                        line.path("sources").path(0).path("page").asString(""), text.toString(),
                        line.path("confidence").asDouble(0)));
    }

    /** The key of a dialogue's turn. */
    static String key(String id, int turn) {
        return id + "#" + turn;
    }
}
