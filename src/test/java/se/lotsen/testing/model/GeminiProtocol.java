package se.lotsen.testing.model;

import tools.jackson.databind.JsonNode;

/** Google's {@code :streamGenerateContent?alt=sse}; the reason in the last frame is its only end mark. */
final class GeminiProtocol implements Protocol {

    @Override
    public String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public String begin() {
        return "";
    }

    @Override
    public String part(String text) {
        return "data: " + answer(text, "") + "\r\n\r\n";
    }

    @Override
    public String end(String reason) {
        return "data: " + answer("", reason.equals("length") ? "MAX_TOKENS" : "STOP") + "\r\n\r\n";
    }

    @Override
    public String broken() {
        return "data: {\"candidates\":[{\"content\":{\"parts\":[{\"te\r\n\r\n";
    }

    @Override
    public String whole(String text) {
        return answer(text, "STOP");
    }

    @Override
    public String system(JsonNode request) {
        JsonNode system = request.has("systemInstruction")
                ? request.path("systemInstruction")
                : request.path("system_instruction");
        return Protocol.text(system.path("parts"));
    }

    @Override
    public String user(JsonNode request) {
        StringBuilder text = new StringBuilder();
        request.path("contents").valueStream()
                .filter(content -> content.path("role").asString("user").equals("user"))
                .forEach(content -> text.append(text.isEmpty() ? "" : "\n")
                        .append(Protocol.text(content.path("parts"))));
        return text.toString();
    }

    @Override
    public boolean isStream(String path, JsonNode request) {
        return path.contains(":streamGenerateContent");
    }

    private static String answer(String text, String reason) {
        return "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + Protocol.quoted(text)
                + "}],\"role\":\"model\"}" + (reason.isEmpty() ? "" : ",\"finishReason\":\"" + reason + "\"")
                + ",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":10,\"candidatesTokenCount\":5,"
                + "\"totalTokenCount\":15},\"modelVersion\":\"stub\",\"responseId\":\"r1\"}";
    }
}
