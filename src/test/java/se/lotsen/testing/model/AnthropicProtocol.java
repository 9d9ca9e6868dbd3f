package se.lotsen.testing.model;

import tools.jackson.databind.JsonNode;

/** Anthropic's messages as named server-sent events. */
final class AnthropicProtocol implements Protocol {
    private static final String MESSAGE = "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
            + "\"model\":\"stub\",\"content\":[%s],\"stop_reason\":%s,\"stop_sequence\":null,"
            + "\"usage\":{\"input_tokens\":10,\"output_tokens\":1}}";

    @Override
    public String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public String begin() {
        return event("message_start", "\"message\":" + MESSAGE.formatted("", "null"))
                + event("content_block_start",
                        "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                + event("ping", "");
    }

    @Override
    public String part(String text) {
        return event("content_block_delta",
                "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + Protocol.quoted(text) + "}");
    }

    @Override
    public String end(String reason) {
        String named = reason.equals("length") ? "max_tokens" : "end_turn";
        return event("content_block_stop", "\"index\":0")
                + event("message_delta", "\"delta\":{\"stop_reason\":\"" + named
                        + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":5}")
                + event("message_stop", "");
    }

    @Override
    public String broken() {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":{\"te\n\n";
    }

    @Override
    public String whole(String text) {
        return MESSAGE.formatted("{\"type\":\"text\",\"text\":" + Protocol.quoted(text) + "}",
                "\"end_turn\"");
    }

    @Override
    public String system(JsonNode request) {
        return Protocol.text(request.path("system"));
    }

    @Override
    public String user(JsonNode request) {
        return Protocol.messages(request.path("messages"), "user");
    }

    @Override
    public boolean isStream(String path, JsonNode request) {
        return request.path("stream").asBoolean(false);
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (fields.isEmpty() ? "" : ",")
                + fields + "}\n\n";
    }
}
