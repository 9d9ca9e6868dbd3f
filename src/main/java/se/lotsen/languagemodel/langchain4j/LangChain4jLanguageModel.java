package se.lotsen.languagemodel.langchain4j;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelProperties.Backend;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;
import se.lotsen.modelhttp.ModelHttpClient;
import se.lotsen.modelhttp.ModelWire;
import se.lotsen.modelhttp.WireLimits;

/**
 * A model of any provider that LangChain4j knows. Each call has a client of its own, so that it can be cancelled before its
 * first byte; the connections are shared. One request a call: the library's retries are off.
 */
final class LangChain4jLanguageModel implements LanguageModel {
    /** A part of a stream is a few words; one of this size is no part. */
    private static final int EVENT_BYTES = 256 * 1024;
    private static final long ANSWER_BYTES = 4L * 1024 * 1024;

    private final Backend backend;
    private final ModelWire wire;
    private final WireLimits limits;
    private final @Nullable String key;

    /** @throws IllegalArgumentException when the key's file cannot be read, or a model's settings are refused */
    LangChain4jLanguageModel(Backend backend, ModelProperties properties) {
        this.backend = backend;
        this.wire = new ModelWire(properties.connectTimeout());
        // The deadlines that count are the guard's; the wire's are for what the guard cannot see.
        this.limits = new WireLimits(properties.totalTimeout(), properties.totalTimeout(), EVENT_BYTES,
                ANSWER_BYTES);
        this.key = key(backend.apiKey(), backend.apiKeyFile());
        try (ModelHttpClient client = wire.client(limits)) {
            Providers.model(backend, key, client.asBuilder());
        }
    }

    private static @Nullable String key(@Nullable String key, @Nullable Path file) {
        if (file == null) {
            return key == null || key.isBlank() ? null : key.strip();
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("lotsen.model.api-key-file: " + file + " cannot be read", e);
        }
    }

    @Override
    public String id() {
        return backend.id();
    }

    @Override
    public Flux<String> stream(Prompt prompt, ModelUse use) {
        return Flux.<String>create(sink -> begin(prompt, sink)).subscribeOn(Schedulers.boundedElastic());
    }

    private void begin(Prompt prompt, FluxSink<String> sink) {
        ModelHttpClient client = wire.client(limits);
        sink.onDispose(client::close);
        try {
            StreamingChatModel model = Providers.model(backend, key, client.asBuilder());
            model.chat(ChatRequest.builder()
                    .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
                    .maxOutputTokens(prompt.maxTokens()).build(), new Parts(sink));
        } catch (RuntimeException e) {
            sink.error(Faults.of(e));
        }
    }

    /** Hands the parts on; a stream that ends without saying why was broken off. */
    private record Parts(FluxSink<String> sink) implements StreamingChatResponseHandler {
        @Override
        public void onPartialResponse(String part) {
            if (!part.isEmpty()) {
                sink.next(part);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            if (response.finishReason() == null) {
                sink.error(new ModelUnavailable(Reason.TRUNCATED, null));
            } else {
                sink.complete();
            }
        }

        @Override
        public void onError(Throwable fault) {
            sink.error(Faults.of(fault));
        }
    }
}
