package se.lotsen.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import se.lotsen.embedding.EmbeddingBackend.Kind;
import se.lotsen.embedding.EmbeddingUnavailable.Reason;

/** The backend's vectors, checked; with the backend's deadlines, and a rest for one that fails. */
final class GuardedEmbeddings implements Embeddings, EmbeddingStanding.Source, AutoCloseable {
    private final EmbeddingBackend backend;
    private final EmbeddingProperties properties;
    private final Clock clock;
    private final VectorCheck check;
    private final GuardedCalls questions;
    private final GuardedCalls passages;
    private final String model;
    private volatile EmbeddingStanding.@Nullable Fault lastFault;

    GuardedEmbeddings(EmbeddingBackend backend, EmbeddingProperties properties, MeterRegistry meters,
            Clock clock) {
        this.backend = backend;
        this.properties = properties;
        this.clock = clock;
        this.check = new VectorCheck(properties.dimension());
        this.questions = new GuardedCalls(Kind.QUESTION, meters, clock);
        this.passages = new GuardedCalls(Kind.PASSAGE, meters, clock);
        this.model = backend.model() + fingerprint(properties.passagePrefix());
    }

    /** Vectors made with another prefix are another model's. */
    private static String fingerprint(String prefix) {
        if (prefix.isEmpty()) {
            return "";
        }
        CRC32C sum = new CRC32C();
        sum.update(prefix.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "#" + Long.toHexString(sum.getValue());
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public float[] question(String question) {
        return vectors(questions, List.of(properties.questionPrefix() + question), Kind.QUESTION).getFirst();
    }

    /** The deadline holds for each batch of {@code batch-size}. */
    @Override
    public List<float[]> passages(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += properties.batchSize()) {
            List<String> batch = texts.subList(from, Math.min(from + properties.batchSize(), texts.size()));
            vectors.addAll(vectors(passages,
                    batch.stream().map(text -> properties.passagePrefix() + text).toList(), Kind.PASSAGE));
        }
        return vectors;
    }

    private List<float[]> vectors(GuardedCalls calls, List<String> texts, Kind kind) {
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new EmbeddingUnavailable(Reason.REFUSED, "a blank text has no meaning");
        }
        try {
            return calls.call(() -> check.checked(backend.vectors(texts, kind), texts.size()));
        } catch (EmbeddingUnavailable e) {
            if (e.reason() != Reason.RESTING) {
                lastFault = new EmbeddingStanding.Fault(e.reason(), clock.instant());
            }
            throw e;
        }
    }

    @Override
    public EmbeddingStanding standing() {
        return new EmbeddingStanding(model, check.dimension(), questions.resting(),
                Optional.ofNullable(lastFault));
    }

    @Override
    public void close() {
        backend.close();
    }
}
