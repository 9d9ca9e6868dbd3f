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
import java.util.concurrent.atomic.AtomicBoolean;
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
        return Flux.<String>create(sink -> begin(prompt, use, sink)).subscribeOn(Schedulers.boundedElastic());
    }

    private void begin(Prompt prompt, ModelUse use, FluxSink<String> sink) {
        ObservedCall observed = ObservedCall.begin(id(), use);
        ModelHttpClient client = wire.client(limits, observed.headers());
        Parts parts = new Parts(sink, observed);
        client.afterStream(parts::streamEnded);
        sink.onDispose(() -> {
            client.close();
            observed.stop();
        });
        try {
            StreamingChatModel model = Providers.model(backend, key, client.asBuilder());
            model.chat(ChatRequest.builder()
                    .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
                    .maxOutputTokens(prompt.maxTokens()).build(), parts);
        } catch (RuntimeException e) {
            parts.onError(e);
        }
    }

    /** Hands the parts on, and one ending; a stream that ends without saying why was broken off. */
    private static final class Parts implements StreamingChatResponseHandler {
        private final FluxSink<String> sink;
        private final ObservedCall observed;
        private final AtomicBoolean ended = new AtomicBoolean();

        Parts(FluxSink<String> sink, ObservedCall observed) {
            this.sink = sink;
            this.observed = observed;
        }

        @Override
        public void onPartialResponse(String part) {
            if (!part.isEmpty()) {
                sink.next(part);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            if (response.finishReason() == null) {
                streamEnded();
            } else if (ended.compareAndSet(false, true)) {
                observed.ended("COMPLETE");
                sink.complete();
            }
        }

        @Override
        public void onError(Throwable fault) {
            failed(Faults.of(fault));
        }

        void streamEnded() {
            failed(new ModelUnavailable(Reason.TRUNCATED, null));
        }

        /** Whoever has cancelled wants to hear of nothing. */
        private void failed(ModelUnavailable fault) {
            if (ended.compareAndSet(false, true) && !sink.isCancelled()) {
                observed.ended(fault.reason().name());
                sink.error(fault);
            }
        }
    }
}
