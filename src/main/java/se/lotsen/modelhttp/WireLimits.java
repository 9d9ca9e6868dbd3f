package se.lotsen.modelhttp;

import java.time.Duration;

/**
 * How long one request may take and how much may come back. Refuses what is not above zero.
 *
 * @param firstByte until the first byte of the answer's body, connecting included
 * @param whole until the last byte, from the same beginning
 * @param eventBytes for one event of a stream, or one line where a stream has lines and no events
 * @param answerBytes for the whole answer
 */
public record WireLimits(Duration firstByte, Duration whole, int eventBytes, long answerBytes) {

    /** Refuses what is not above zero. */
    public WireLimits {
        if (!firstByte.isPositive() || !whole.isPositive() || eventBytes < 1 || answerBytes < 1) {
            throw new IllegalArgumentException("each limit of the wire must be above zero");
        }
    }

    /** For a request that is answered in one piece. */
    public static WireLimits answer(Duration whole, long answerBytes) {
        return new WireLimits(whole, whole, (int) Math.min(answerBytes, Integer.MAX_VALUE), answerBytes);
    }
}
