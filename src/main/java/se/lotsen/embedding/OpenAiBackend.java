package se.lotsen.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.lotsen.embedding.EmbeddingUnavailable.Reason;
import se.lotsen.modelhttp.ModelWire;
import se.lotsen.modelhttp.WireFault;
import se.lotsen.modelhttp.WireLimits;

/**
 * A server that speaks OpenAI's protocol for embeddings. Nothing is tried twice. What is thrown never holds what was
 * sent, nor what the server said.
 */
final class OpenAiBackend implements EmbeddingBackend {
    /** Room for a vector of 8,192 numbers as text, and for what is around the vectors. */
    private static final long BYTES_PER_VECTOR = 256 * 1_024;

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final String model;
    private final ModelWire wire;
    private final Map<Kind, OpenAiEmbeddingModel> models = new EnumMap<>(Kind.class);

    OpenAiBackend(EmbeddingProperties properties) {
        model = Objects.requireNonNull(properties.name());
        wire = new ModelWire(CONNECTING);
        models.put(Kind.QUESTION, model(properties, Kind.QUESTION, properties.questionTimeout(), 1));
        models.put(Kind.PASSAGE,
                model(properties, Kind.PASSAGE, properties.passageTimeout(), properties.batchSize()));
    }

    private OpenAiEmbeddingModel model(EmbeddingProperties properties, Kind kind, Duration deadline,
            int texts) {
        WireLimits limits = WireLimits.answer(deadline, BYTES_PER_VECTOR * (texts + 1));
        return OpenAiEmbeddingModel.builder().httpClientBuilder(wire.client(limits).asBuilder())
                .baseUrl(properties.baseUrl()).modelName(properties.name())
                .apiKey(properties.key().map(ApiKey::secret).orElse(null))
                .customParameters(properties.inputType() ? Map.of("input_type", kind.inputType()) : Map.of())
                .maxSegmentsPerBatch(texts).maxRetries(0).build();
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public List<float[]> vectors(List<String> texts, Kind kind) {
        List<EmbeddingInput> inputs = texts.stream().map(EmbeddingInput::from).toList();
        try {
            return Objects.requireNonNull(models.get(kind))
                    .embed(EmbeddingRequest.builder().inputs(inputs).build()).embeddings().stream()
                    .map(Embedding::vector).toList();
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    private static EmbeddingUnavailable unavailable(RuntimeException thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof WireFault fault) {
                return new EmbeddingUnavailable(reason(fault), String.valueOf(fault.getMessage()));
            }
            if (at instanceof HttpException refused) {
                return new EmbeddingUnavailable(Reason.REFUSED, "HTTP " + refused.statusCode());
            }
        }
        return new EmbeddingUnavailable(Reason.REFUSED,
                "no list of vectors: " + thrown.getClass().getSimpleName());
    }

    private static Reason reason(WireFault fault) {
        return switch (fault.reason()) {
            case UNREACHABLE, BROKEN, CANCELLED -> Reason.UNREACHABLE;
            case TIMEOUT -> Reason.TIMEOUT;
            case TOO_LARGE -> Reason.REFUSED;
        };
    }

    @Override
    public void close() {
        wire.close();
    }
}
