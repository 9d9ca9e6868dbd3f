package se.lotsen.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of one JSON object on each line; every refusal names file, line and remedy. */
public final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLines() {
    }

    /** What is done with each line; throws {@link EvaluationInputException} without file and line. */
    public interface Line {
        void read(JsonNode object);
    }

    /** @throws EvaluationInputException naming file, line and what is wrong */
    public static void read(Path file, Line line) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                // Editors on Windows put an invisible mark before the first line.
                String whole = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
                if (!whole.isBlank()) {
                    read(file + ":" + number + ": ", whole, line);
                }
            }
        } catch (IOException e) {
            throw EvaluationInputException.unreadable(file, e);
        }
    }

    private static void read(String where, String text, Line line) {
        try {
            line.read(JSON.readTree(text));
        } catch (JacksonException e) {
            throw new EvaluationInputException(where + "not a JSON object; write one object on each line");
        } catch (EvaluationInputException e) {
            throw new EvaluationInputException(where + e.getMessage());
        }
    }

    /** A field that must be text with something in it. */
    public static String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || !value.isString() || value.stringValue().isBlank()) {
            throw new EvaluationInputException(
                    "the field \"" + field + "\" is missing or not text; give it as \"" + field
                            + "\": \"…\"");
        }
        return value.stringValue().strip();
    }

    /** A field that may be missing, but if there must be a list of texts. */
    static List<String> texts(JsonNode object, String field) {
        JsonNode value = object.path(field);
        List<String> texts = new ArrayList<>();
        if (value.isMissingNode() || value.isNull()) {
            return texts;
        }
        for (JsonNode entry : value) {
            if (!entry.isString()) {
                throw notAList(field);
            }
            texts.add(entry.stringValue().strip());
        }
        if (!value.isArray()) {
            throw notAList(field);
        }
        return texts;
    }

    private static EvaluationInputException notAList(String field) {
        return new EvaluationInputException(
                "the field \"" + field + "\" is not a list of texts; give it as \"" + field + "\": [\"…\"]");
    }
}
