package se.lotsen.retrieval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the pages are embedded.
 *
 * @param model the model's id; empty when none is configured
 * @param embedded passages that have a vector
 * @param total passages that are to have one
 * @param ready whether questions are searched with vectors now
 * @param failure why the last attempt failed; null when it did not
 * @param nextTry when it is tried again; null when nothing is left to do
 */
public record EmbeddingStatus(String model, int embedded, int total, boolean ready,
        @Nullable String failure, @Nullable Instant nextTry) {

    /** No model is configured: words alone. */
    public static final EmbeddingStatus NOT_CONFIGURED = new EmbeddingStatus("", 0, 0, false, null, null);

    EmbeddingStatus progressed(int done, int of) {
        return new EmbeddingStatus(model, done, of, done == of && ready, null, null);
    }

    EmbeddingStatus made(boolean nowReady) {
        return new EmbeddingStatus(model, embedded, total, nowReady, null, null);
    }

    EmbeddingStatus failed(String reason, Instant again) {
        return new EmbeddingStatus(model, embedded, total, false, reason, again);
    }
}
