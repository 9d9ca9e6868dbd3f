package se.lotsen.testing.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How one provider writes requests and streams; every frame is what goes over the wire, line ends with it. */
interface Protocol {
    JsonMapper JSON = JsonMapper.builder().build();

    /** Of a stream. */
    String contentType();

    /** What comes before the first part; may be empty. */
    String begin();

    /** One part of the text. */
    String part(String text);

    /** The end mark: the reason and whatever else tells that nothing is missing. */
    String end(String reason);

    /** One frame that is no JSON. */
    String broken();

    /** The whole answer at once, for a client that wants no stream. */
    String whole(String text);

    /** What a request says of rules; empty for none. */
    String system(JsonNode request);

    /** What a request asks, all turns of it. */
    String user(JsonNode request);

    /** Whether a stream is wanted. */
    boolean isStream(String path, JsonNode request);

    /** A JSON string with its quotes. */
    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    /** Text that stands as a string, or as a list of parts with a field {@code text}. */
    static String text(JsonNode content) {
        if (content.isString()) {
            return content.asString();
        }
        StringBuilder text = new StringBuilder();
        content.valueStream().forEach(part -> text.append(part.path("text").asString("")));
        return text.toString();
    }

    /** The messages of a role, one after the other. */
    static String messages(JsonNode messages, String role) {
        StringBuilder text = new StringBuilder();
        messages.valueStream().filter(message -> message.path("role").asString("").equals(role))
                .forEach(message -> text.append(text.isEmpty() ? "" : "\n")
                        .append(text(message.path("content"))));
        return text.toString();
    }
}
