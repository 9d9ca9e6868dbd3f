package se.lotsen.embedding;

import org.jspecify.annotations.Nullable;

/** Settings that cannot be used as they are; the message says which and why, in one line. */
final class EmbeddingRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    EmbeddingRefused(String message) {
        this(message, null);
    }

    EmbeddingRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
