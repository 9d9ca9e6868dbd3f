package se.lotsen.languagemodel.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.time.Duration;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.modelhttp.ServerRefusal;
import se.lotsen.modelhttp.WireFault;

/** Translates the library's faults, once, at its door. */
final class Faults {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    /** Anthropic's own status for "overloaded". */
    private static final int OVERLOADED = 529;
    private static final int FIRST_SERVER_FAULT = 500;

    private Faults() {
    }

    static ModelUnavailable of(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            // Below the library's own classes, which keep less of it.
            if (at instanceof HttpException http) {
                Duration retryAfter = http instanceof ServerRefusal refusal
                        ? refusal.retryAfter().orElse(null)
                        : null;
                return new ModelUnavailable(reason(http.statusCode()), retryAfter, fault);
            }
        }
        return byClass(fault);
    }

    private static ModelUnavailable byClass(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            switch (at) {
                case ModelUnavailable known -> {
                    return known;
                }
                case WireFault wire -> {
                    return new ModelUnavailable(reason(wire.reason()), fault);
                }
                case RateLimitException limit -> {
                    return new ModelUnavailable(Reason.OVERLOADED, fault);
                }
                case TimeoutException late -> {
                    return new ModelUnavailable(Reason.TIMEOUT, fault);
                }
                case AuthenticationException key -> {
                    return new ModelUnavailable(Reason.REFUSED, fault);
                }
                case InvalidRequestException request -> {
                    return new ModelUnavailable(Reason.REFUSED, fault);
                }
                default -> {
                    // The cause may tell more.
                }
            }
        }
        return new ModelUnavailable(Reason.FAULT, fault);
    }

    private static Reason reason(int status) {
        if (status == TOO_MANY || status == UNAVAILABLE || status == OVERLOADED) {
            return Reason.OVERLOADED;
        }
        return status >= FIRST_SERVER_FAULT ? Reason.FAULT : Reason.REFUSED;
    }

    private static Reason reason(WireFault.Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> Reason.UNREACHABLE;
            case TIMEOUT -> Reason.TIMEOUT;
            case TOO_LARGE -> Reason.FLOOD;
            case BROKEN, CANCELLED -> Reason.TRUNCATED;
        };
    }
}
