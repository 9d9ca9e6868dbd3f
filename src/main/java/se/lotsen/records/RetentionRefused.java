package se.lotsen.records;

import java.io.Serial;
import java.util.List;

/** The service does not start: what is configured of retention is not what the municipality can have meant. */
final class RetentionRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final List<String> properties;

    /** @param properties their full names */
    RetentionRefused(Reason reason, List<String> properties) {
        super(reason + " " + properties);
        this.reason = reason;
        this.properties = List.copyOf(properties);
    }

    /** Why; the text is {@code start.} and the word. */
    enum Reason {
        /** In production each class needs the number of a decision. */
        DECISIONS_MISSING("decisions"),
        /** Shorter than a day. */
        TOO_SHORT("short"),
        /** There is no disposal of this class. */
        NOT_DISPOSED_OF("kept"),
        /** Numbers of days that can be counted anew must not be disposed of. */
        SHORTER_THAN_CONVERSATIONS("totals");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Reason reason() {
        return reason;
    }

    List<String> properties() {
        return properties;
    }
}
