package se.lotsen.retrieval;

/** The index cannot be read or written; the message says which one and what to do. */
public class IndexUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the fault below it. */
    public IndexUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
