package se.lotsen.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server-sent event, byte for byte as it was sent (read as UTF-8), with the blank line that ends it. */
public record Frame(String raw) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The event's number in its conversation. */
    public long id() {
        return Long.parseLong(field("id"));
    }

    /** Whether it is stored; what is passing has no number. */
    public boolean isStored() {
        return raw.lines().anyMatch(line -> line.startsWith("id:"));
    }

    /** The event's name. */
    public String event() {
        return field("event");
    }

    /** The event's data. */
    public JsonNode data() {
        return JSON.readTree(field("data"));
    }

    private String field(String name) {
        return raw.lines().filter(line -> line.startsWith(name + ":")).findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + raw))
                .substring(name.length() + 1);
    }
}
