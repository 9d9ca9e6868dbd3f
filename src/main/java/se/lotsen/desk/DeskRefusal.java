package se.lotsen.desk;

import org.springframework.http.HttpStatus;

/** What the desk does not do, to be told on the page; nothing was stored. */
final class DeskRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String name;

    DeskRefusal(Reason reason) {
        this(reason, "");
    }

    /** @param name whom the text names */
    DeskRefusal(Reason reason, String name) {
        super(reason.name());
        this.reason = reason;
        this.name = name;
    }

    /** Why; the text for it is {@code desk.refused.} and the code. */
    enum Reason {
        /** Another agent has the case. */
        OWNED(HttpStatus.CONFLICT),
        /** Nobody has the case, so that nobody can write. */
        NOBODY(HttpStatus.CONFLICT),
        /** The case is not where the page showed it any more. */
        MOVED(HttpStatus.CONFLICT),
        /** The form was used for something else before. */
        USED(HttpStatus.CONFLICT),
        /** The citizen has the reply already. */
        SENT(HttpStatus.CONFLICT),
        /** Somebody in a pause takes no new case. */
        PAUSED(HttpStatus.CONFLICT),
        /** Somebody has as many cases as they take. */
        FULL(HttpStatus.CONFLICT),
        /** The colleague has as many. */
        COLLEAGUE_FULL(HttpStatus.CONFLICT),
        /** A supervisor who is no agent takes none. */
        NO_AGENT(HttpStatus.FORBIDDEN),
        /** Only a supervisor does this. */
        NO_SUPERVISOR(HttpStatus.FORBIDDEN),
        /** The municipality has no line for it. */
        UNSAID(HttpStatus.CONFLICT),
        /** The question before has no answer yet. */
        STILL_OPEN(HttpStatus.CONFLICT),
        /** No live code is like this. */
        CODE(HttpStatus.BAD_REQUEST),
        /** Too many wrong codes in a while. */
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
        /** Nothing was written. */
        EMPTY(HttpStatus.BAD_REQUEST),
        /** More was written than a message holds. */
        TOO_LONG(HttpStatus.BAD_REQUEST),
        /** A code, a colleague or a queue that is not there. */
        CHOICE(HttpStatus.BAD_REQUEST),
        /** More people would see a secret case, and nobody has confirmed that they may. */
        MORE_SEE(HttpStatus.CONFLICT),
        /** The form came without its key. */
        KEY(HttpStatus.BAD_REQUEST);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    Reason reason() {
        return reason;
    }

    String name() {
        return name;
    }
}
