package se.lotsen.languagemodel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model cannot be had now, or did not end as it should; whoever asked goes on without it. */
public final class ModelUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    /** Why. */
    public enum Reason {
        /** No connection, or it broke before the first word. */
        UNREACHABLE,
        /** Not a word, or not the next one, or not the end, within its deadline. */
        TIMEOUT,
        /** The provider answers that it is asked too often (429) or overloaded (503, 529). */
        OVERLOADED,
        /** The provider has a fault (5xx). */
        FAULT,
        /** The provider refuses the request: key, model's name or content. */
        REFUSED,
        /** The stream broke off, or ended without its end mark. */
        TRUNCATED,
        /** More text, or a longer part, than any answer needs. */
        FLOOD,
        /** It failed too often just now and is left alone for a while. */
        RESTING,
        /** As many calls as are allowed at once are under way. */
        BUSY,
        /** The conversation asks too often. */
        TOO_OFTEN,
        /** The day's tokens are used up, for the conversation or for everybody. */
        BUDGET_SPENT
    }

    /** With the fault below it; its message may hold what a provider wrote and is for the log alone. */
    public ModelUnavailable(Reason reason, @Nullable Throwable cause) {
        this(reason, null, cause);
    }

    /** @param retryAfter how long the provider wants to be left alone; null where it did not say */
    public ModelUnavailable(Reason reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** How long the provider wants to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the model was asked at all; if not, the refusal was ours and cost nothing. */
    public boolean wasAsked() {
        return switch (reason) {
            case RESTING, BUSY, TOO_OFTEN, BUDGET_SPENT -> false;
            case UNREACHABLE, TIMEOUT, OVERLOADED, FAULT, REFUSED, TRUNCATED, FLOOD -> true;
        };
    }
}
