package se.lotsen.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Changes one value in an editor's YAML and leaves every other line as it is, comments with them. Each change is read again:
 * one that has changed anything else is refused.
 */
final class YamlEdit {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private final List<String> lines;

    private YamlEdit(String yaml) {
        this.lines = new ArrayList<>(yaml.lines().toList());
    }

    /** The text is written in a way that only a person can change. */
    static final class NotPossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPossible(String why) {
            super(why, null, false, false);
        }
    }

    /** The text in a field, or in a field of a field; empty when there is none, or it is no text. */
    static String text(String yaml, String field) {
        JsonNode node = node(yaml, field);
        return node.isValueNode() && !node.isNull() ? node.asString("") : "";
    }

    /** The texts in a list; empty when there is none. */
    static List<String> texts(String yaml, String field) {
        List<String> texts = new ArrayList<>();
        node(yaml, field).forEach(one -> texts.add(one.asString("")));
        return texts;
    }

    /** A text of each entry of a list; empty when there is none. */
    static List<String> texts(String yaml, String list, String field) {
        List<String> texts = new ArrayList<>();
        node(yaml, list).forEach(one -> texts.add(one.path(field).asString("")));
        return texts;
    }

    /** @param field such as {@code handover} or {@code person.claimed} */
    private static JsonNode node(String yaml, String field) {
        try {
            JsonNode node = YAML.readTree(yaml);
            for (String step : field.split("\\.")) {
                node = node.path(step);
            }
            return node;
        } catch (JacksonException e) {
            throw new NotPossible(field);
        }
    }

    /** The text with another value; a field that is not there is added, and an empty value takes it away. */
    static String with(String yaml, String field, String value) {
        return value.equals(text(yaml, field))
                ? yaml
                : checked(yaml, field, value.isEmpty() ? null : value, List.of(" " + quoted(value)));
    }

    /** The text with another list. */
    static String with(String yaml, String field, List<String> values) {
        List<String> written = new ArrayList<>(List.of(""));
        values.forEach(value -> written.add("  - " + quoted(value)));
        return values.equals(texts(yaml, field)) ? yaml : checked(yaml, field, values, written);
    }

    /** The text with more lines at the end of a list; the list is added when it is not there. */
    static String append(String yaml, String list, List<String> entry) {
        YamlEdit edit = new YamlEdit(yaml);
        int key = edit.key(list, 0, edit.lines.size(), 0);
        if (key < 0) {
            edit.lines.add(list + ":");
            edit.lines.addAll(entry);
        } else {
            if (edit.lines.get(key).strip().matches(".*:\\s*\\[\\s*]\\s*(#.*)?")) {
                edit.lines.set(key, list + ":");
            }
            edit.lines.addAll(edit.end(key, 0), entry);
        }
        return edit.text();
    }

    static String quoted(String value) {
        return JSON.writeValueAsString(value);
    }

    private static String checked(String yaml, String field, @Nullable Object value, List<String> written) {
        String[] steps = field.split("\\.");
        YamlEdit edit = new YamlEdit(yaml);
        edit.set(steps, value == null ? List.of() : written);
        String changed = edit.text();
        Map<String, Object> expected = map(yaml);
        put(expected, steps, value);
        if (!map(changed).equals(expected)) {
            throw new NotPossible(field);
        }
        return changed;
    }

    private void set(String[] steps, List<String> written) {
        int parent = steps.length == 1 ? -1 : key(steps[0], 0, lines.size(), 0);
        int from = parent + 1;
        int until = parent < 0 ? lines.size() : end(parent, 0);
        int indent = steps.length == 1 ? 0 : 2;
        String name = steps[steps.length - 1];
        int key = steps.length > 1 && parent < 0 ? -1 : key(name, from, until, indent);
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            fresh.add(i == 0 ? " ".repeat(indent) + name + ":" + written.getFirst() : written.get(i));
        }
        if (key >= 0) {
            lines.subList(key, end(key, indent)).clear();
            lines.addAll(key, fresh);
        } else if (steps.length > 1 && parent < 0) {
            lines.add(steps[0] + ":");
            lines.addAll(fresh);
        } else {
            lines.addAll(until, fresh);
        }
    }

    /** The line of a field between two lines; below zero for none. */
    private int key(String name, int from, int until, int indent) {
        Pattern key = Pattern.compile(" {" + indent + "}" + Pattern.quote(name) + "\\s*:.*");
        for (int i = from; i < until; i++) {
            if (key.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** The line after a field's value: what is further in, and a list that stands as far out as its field. */
    private int end(int key, int indent) {
        int end = key + 1;
        for (int i = key + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean inside = line.startsWith(" ".repeat(indent + 1))
                    || line.startsWith(" ".repeat(indent) + "-");
            if (!line.isBlank() && !inside) {
                break;
            }
            end = line.isBlank() ? end : i + 1;
        }
        return end;
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String yaml) {
        try {
            Map<String, Object> read = YAML.readValue(yaml, Map.class);
            return read == null ? new HashMap<>() : new HashMap<>(read);
        } catch (JacksonException e) {
            throw new NotPossible("");
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> map, String[] steps, @Nullable Object value) {
        Map<String, Object> into = map;
        if (steps.length > 1) {
            Object inner = map.get(steps[0]);
            into = inner instanceof Map<?, ?> known
                    ? new HashMap<>((Map<String, Object>) known)
                    : new HashMap<>();
            map.put(steps[0], into);
        }
        if (value == null) {
            into.remove(steps[steps.length - 1]);
        } else {
            into.put(steps[steps.length - 1], value);
        }
    }
}
