package se.lotsen.knowledge;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where in a YAML text every value stands, by JSON pointer, so that a fault that is found after reading
 * can still name its line. Of text that cannot be parsed it knows what comes before the fault.
 */
public final class YamlLines {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> repeated = new LinkedHashMap<>();

    private YamlLines() {
    }

    /** Of the whole text. */
    public static YamlLines of(String yaml) {
        YamlLines lines = new YamlLines();
        try (JsonParser parser = YAML.createParser(new YamlText(yaml))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.streamReadContext().pathAsPointer().toString();
                int line = parser.currentTokenLocation().getLineNr();
                if (lines.lines.putIfAbsent(pointer, line) != null && token == JsonToken.PROPERTY_NAME) {
                    lines.repeated.put(pointer, line);
                }
            }
        } catch (JacksonException e) {
            // Whoever reads the value reports the fault; the lines before it are still right.
            return lines;
        }
        return lines;
    }

    /** The 1-based line of the value, or of the nearest thing around it when the value is not there. */
    public int line(String pointer) {
        String known = pointer;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return lines.getOrDefault(known, 1);
    }

    /**
     * Fields written twice in the same place, with the later line; YAML readers keep the last one in
     * silence.
     */
    public Map<String, Integer> repeated() {
        return Collections.unmodifiableMap(repeated);
    }

    /** The pointer of a field or key of the thing at {@code pointer}. */
    public static String at(String pointer, String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of an entry of the list at {@code pointer}, counted from 0. */
    public static String at(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** A pointer as editors count and name it: {@code /rules/1/match/sv/0} is {@code rules[2].match.sv[1]}. */
    public static String field(String pointer) {
        StringBuilder field = new StringBuilder();
        for (String step : pointer.substring(1).split("/")) {
            if (step.matches("\\d+")) {
                field.append('[').append(Integer.parseInt(step) + 1).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return field.toString();
    }
}
