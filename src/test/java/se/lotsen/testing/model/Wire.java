package se.lotsen.testing.model;

import java.util.Arrays;

/** Whose protocol a request speaks, told by the path it comes to. */
public enum Wire {
    OPENAI("/v1", new OpenAiProtocol()), AZURE("/openai/v1", new OpenAiProtocol()), MISTRAL("/mistral/v1",
            new OpenAiProtocol()), ANTHROPIC("/anthropic/v1", new AnthropicProtocol()), GEMINI(
                    "/gemini/v1beta",
                    new GeminiProtocol()), OLLAMA("/ollama", new OllamaProtocol());

    private final String base;
    private final Protocol protocol;

    Wire(String base, Protocol protocol) {
        this.base = base;
        this.protocol = protocol;
    }

    /** Where the protocol begins on the server; the client's base address ends with it. */
    public String base() {
        return base;
    }

    Protocol protocol() {
        return protocol;
    }

    /** The protocol whose address a request came to. */
    static Wire of(String path) {
        return Arrays.stream(values()).filter(wire -> path.startsWith(wire.base + "/")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no protocol at " + path));
    }
}
