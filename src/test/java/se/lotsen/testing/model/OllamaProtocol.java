package se.lotsen.testing.model;

import tools.jackson.databind.JsonNode;

/** Ollama's {@code /api/chat}: one JSON object a line. */
final class OllamaProtocol implements Protocol {

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public String begin() {
        return "";
    }

    @Override
    public String part(String text) {
        return line(text, "\"done\":false");
    }

    @Override
    public String end(String reason) {
        return line("", "\"done\":true,\"done_reason\":" + Protocol.quoted(reason)
                + ",\"total_duration\":1,\"prompt_eval_count\":10,\"eval_count\":5");
    }

    @Override
    public String broken() {
        return "{\"model\":\"stub\",\"message\":{\"role\":\"assistant\",\"content\":\"kos\n";
    }

    @Override
    public String whole(String text) {
        return line(text, "\"done\":true,\"done_reason\":\"stop\"");
    }

    @Override
    public String system(JsonNode request) {
        return Protocol.messages(request.path("messages"), "system");
    }

    @Override
    public String user(JsonNode request) {
        return Protocol.messages(request.path("messages"), "user");
    }

    /** Unlike the others Ollama streams unless told not to. */
    @Override
    public boolean isStream(String path, JsonNode request) {
        return request.path("stream").asBoolean(true);
    }

    private static String line(String text, String more) {
        return "{\"model\":\"stub\",\"created_at\":\"2026-11-24T09:00:00.000000Z\",\"message\":"
                + "{\"role\":\"assistant\",\"content\":" + Protocol.quoted(text) + "}," + more + "}\n";
    }
}
