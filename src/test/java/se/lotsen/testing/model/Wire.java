package se.lotsen.testing.model;

import java.util.Arrays;
import se.lotsen.languagemodel.ModelProperties.Provider;

/** Whose protocol a request speaks, told by the path it comes to. */
public enum Wire {
    OPENAI("/v1", Provider.OPENAI_COMPATIBLE, new OpenAiProtocol()),
    //
    AZURE("/openai/v1", Provider.AZURE_OPENAI, new OpenAiProtocol()),
    //
    MISTRAL("/mistral/v1", Provider.MISTRAL, new OpenAiProtocol()),
    //
    ANTHROPIC("/anthropic/v1", Provider.ANTHROPIC, new AnthropicProtocol()),
    //
    GEMINI("/gemini/v1beta", Provider.GEMINI, new GeminiProtocol()),
    //
    OLLAMA("/ollama", Provider.OLLAMA, new OllamaProtocol());

    private final String base;
    private final Provider provider;
    private final Protocol protocol;

    Wire(String base, Provider provider, Protocol protocol) {
        this.base = base;
        this.provider = provider;
        this.protocol = protocol;
    }

    /** The product's name for it. */
    public Provider provider() {
        return provider;
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
