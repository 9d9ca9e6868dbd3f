package se.lotsen.languagemodel.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lotsen.languagemodel.ModelProperties.Backend;

/** One LangChain4j model for each provider, all with the same wire and without retries of their own. */
final class Providers {
    /** What LangChain4j demands where a server of one's own needs no key. */
    private static final String NO_KEY = "none";

    private Providers() {
    }

    static StreamingChatModel model(Backend backend, @Nullable String key, HttpClientBuilder wire) {
        return switch (backend.provider()) {
            case OPENAI_COMPATIBLE -> OpenAiStreamingChatModel.builder().httpClientBuilder(wire)
                    .baseUrl(backend.baseUrl()).apiKey(key == null ? NO_KEY : key).modelName(backend.name())
                    .temperature(0.0).build();
            // Azure's own v1 address speaks OpenAI's protocol; only the key travels in another header.
            case AZURE_OPENAI -> OpenAiStreamingChatModel.builder().httpClientBuilder(wire)
                    .baseUrl(backend.baseUrl()).customHeaders(key == null ? Map.of() : Map.of("api-key", key))
                    .modelName(backend.name()).temperature(0.0).build();
            case OLLAMA -> OllamaStreamingChatModel.builder().httpClientBuilder(wire)
                    .baseUrl(backend.baseUrl())
                    .modelName(backend.name()).temperature(0.0)
                    .customHeaders(key == null ? Map.of() : Map.of("Authorization", "Bearer " + key)).build();
            case ANTHROPIC -> anthropic(backend, key, wire);
            case MISTRAL -> mistral(backend, key, wire);
            case GEMINI -> gemini(backend, key, wire);
            case NONE -> throw new IllegalArgumentException("no model is no backend");
        };
    }

    private static StreamingChatModel anthropic(Backend backend, @Nullable String key,
            HttpClientBuilder wire) {
        var builder = AnthropicStreamingChatModel.builder().httpClientBuilder(wire)
                .apiKey(key == null ? NO_KEY : key).modelName(backend.name()).temperature(0.0);
        return backend.baseUrl() == null ? builder.build() : builder.baseUrl(backend.baseUrl()).build();
    }

    private static StreamingChatModel mistral(Backend backend, @Nullable String key, HttpClientBuilder wire) {
        var builder = MistralAiStreamingChatModel.builder().httpClientBuilder(wire)
                .apiKey(key == null ? NO_KEY : key).modelName(backend.name()).temperature(0.0);
        return backend.baseUrl() == null ? builder.build() : builder.baseUrl(backend.baseUrl()).build();
    }

    private static StreamingChatModel gemini(Backend backend, @Nullable String key, HttpClientBuilder wire) {
        var builder = GoogleAiGeminiStreamingChatModel.builder().httpClientBuilder(wire)
                .apiKey(key == null ? NO_KEY : key).modelName(backend.name()).temperature(0.0);
        return backend.baseUrl() == null ? builder.build() : builder.baseUrl(backend.baseUrl()).build();
    }
}
