package se.lotsen.modelhttp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/**
 * A request that did not come to its end. Its message never holds anything that was sent or received. A server that
 * answers with another status than 2xx is no fault of the wire: that is LangChain4j's {@code HttpException}.
 */
public final class WireFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** There was no connection. */
        UNREACHABLE,
        /** The connection broke before the answer's end. */
        BROKEN,
        /** A deadline passed. */
        TIMEOUT,
        /** More came back than was allowed. */
        TOO_LARGE,
        /** Whoever asked wants it no more. */
        CANCELLED
    }

    WireFault(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Without the cause: its text may quote what the server sent. */
    static WireFault of(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof WireFault fault) {
                return fault;
            }
            if (at instanceof ConnectException || at instanceof UnresolvedAddressException
                    || at instanceof HttpConnectTimeoutException || at instanceof SSLException) {
                return new WireFault(Reason.UNREACHABLE, "no connection: " + at.getClass().getSimpleName());
            }
        }
        String kind = cause instanceof IOException ? "connection broke: " : "request failed: ";
        return new WireFault(Reason.BROKEN, kind + cause.getClass().getSimpleName());
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
