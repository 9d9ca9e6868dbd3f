package se.lotsen.embedding;

/** There is no vector now; whoever asked goes on without. */
public final class EmbeddingUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why there is none. */
    public enum Reason {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** No answer within the deadline. */
        TIMEOUT,
        /** The backend refused, or answered something that is no list of vectors. */
        REFUSED,
        /** The vectors have another length than the model's. */
        WRONG_DIMENSION,
        /** It failed too often just now and is left alone for a while. */
        RESTING
    }

    /** With the fault below it, if any. */
    public EmbeddingUnavailable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Without a fault below it. */
    public EmbeddingUnavailable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why there is none. */
    public Reason reason() {
        return reason;
    }
}
