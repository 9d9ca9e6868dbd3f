package se.lotsen.testing.model;

import tools.jackson.databind.JsonNode;

/** Chat completions as server-sent events, as OpenAI, Azure, Mistral, llama.cpp and vLLM send them. */
final class OpenAiProtocol implements Protocol {
    private static final String HEAD = "{\"id\":\"chatcmpl-1\",\"object\":\"%s\",\"created\":1795500000,"
            + "\"model\":\"stub\",\"choices\":[%s]%s}";

    @Override
    public String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public String begin() {
        return chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null", "");
    }

    @Override
    public String part(String text) {
        return chunk("{\"content\":" + Protocol.quoted(text) + "}", "null", "");
    }

    @Override
    public String end(String reason) {
        return chunk("{\"content\":\"\"}", Protocol.quoted(reason),
                ",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":15}")
                + "data: [DONE]\n\n";
    }

    @Override
    public String broken() {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"kostar 99 kr\n\n";
    }

    @Override
    public String whole(String text) {
        return HEAD.formatted("chat.completion",
                "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":" + Protocol.quoted(text)
                        + "},\"finish_reason\":\"stop\"}",
                ",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":15}");
    }

    @Override
    public String system(JsonNode request) {
        return Protocol.messages(request.path("messages"), "system")
                + Protocol.messages(request.path("messages"), "developer");
    }

    @Override
    public String user(JsonNode request) {
        return Protocol.messages(request.path("messages"), "user");
    }

    @Override
    public boolean isStream(String path, JsonNode request) {
        return request.path("stream").asBoolean(false);
    }

    private static String chunk(String delta, String reason, String more) {
        return "data: " + HEAD.formatted("chat.completion.chunk",
                "{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + reason + "}", more) + "\n\n";
    }
}
