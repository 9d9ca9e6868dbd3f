package se.lotsen.asking;

/** What was typed is no question that can be asked; nothing was stored. */
public final class QuestionRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    QuestionRefusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** What is wrong with it. */
    public enum Reason {
        /** Nothing is left of it. */
        EMPTY,
        /** It is longer than the limit. */
        TOO_LONG
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
