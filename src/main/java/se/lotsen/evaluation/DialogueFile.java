package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.lotsen.conversation.AnswerKind;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code evaluate --dialogues}: one dialogue on each line,
 * {@code {"id", "lang", "turns": [{"question", "expected": [kinds], "pages": [ids]}]}}; a turn may have {@code facts}.
 */
final class DialogueFile {
    private DialogueFile() {
    }

    /** @throws EvaluationInputException naming file, line, turn and remedy */
    static List<Dialogue> read(Path file) {
        List<Dialogue> dialogues = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonLines.read(file, line -> {
            Dialogue dialogue = dialogue(line);
            if (!ids.add(dialogue.id())) {
                throw new EvaluationInputException(
                        "the id " + dialogue.id() + " is used twice; give each dialogue its own");
            }
            dialogues.add(dialogue);
        });
        if (dialogues.isEmpty()) {
            throw new EvaluationInputException(file + ": no dialogues; write one JSON object on each line");
        }
        return List.copyOf(dialogues);
    }

    private static Dialogue dialogue(JsonNode line) {
        String id = JsonLines.text(line, "id");
        String lang = JsonLines.text(line, "lang");
        JsonNode turns = line.path("turns");
        if (!turns.isArray() || turns.isEmpty()) {
            throw new EvaluationInputException("the field \"turns\" must be a list of at least one turn");
        }
        List<QuestionRow> rows = new ArrayList<>();
        for (JsonNode turn : turns) {
            try {
                rows.add(row(id, lang, turn));
            } catch (EvaluationInputException e) {
                throw new EvaluationInputException("turn " + rows.size() + ": " + e.getMessage());
            }
        }
        return new Dialogue(id, lang, List.copyOf(rows));
    }

    private static QuestionRow row(String id, String lang, JsonNode turn) {
        Set<AnswerKind> expected = EnumSet.noneOf(AnswerKind.class);
        JsonLines.texts(turn, "expected").forEach(kind -> expected.add(QuestionRow.kind(kind)));
        if (expected.isEmpty()) {
            throw new EvaluationInputException(
                    "the field \"expected\" is missing or empty; name the kinds that are right");
        }
        return new QuestionRow(id, lang, expected, Set.copyOf(JsonLines.texts(turn, "pages")),
                JsonLines.text(turn, "question"), List.copyOf(JsonLines.texts(turn, "facts")));
    }
}
