package se.lotsen.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps six digits from being searched: so many wrong codes in a while for one agent, and so many for all together, as
 * accounts may work together; whoever takes codes shares it. Attempts are counted before they are made, so that many at once
 * are counted, too.
 */
public final class CodeThrottle {
    /** Wrong codes of one account within {@link #WINDOW}. */
    public static final int WRONG_BY_ONE = 5;
    /** Wrong codes of all accounts within {@link #WINDOW}. */
    public static final int WRONG_BY_ALL = 50;
    /** How long an attempt is counted. */
    public static final Duration WINDOW = Duration.ofMinutes(10);
    private final Deque<Attempt> counted = new ArrayDeque<>();
    private final Clock clock;

    CodeThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Attempt(String account, Instant at) {
    }

    /** False when there were too many; such an attempt is not to be made, and is not counted. */
    public synchronized boolean admits(String account) {
        Instant now = clock.instant();
        counted.removeIf(attempt -> !now.isBefore(attempt.at().plus(WINDOW)));
        if (counted.size() >= WRONG_BY_ALL
                || counted.stream().filter(attempt -> attempt.account().equals(account))
                        .count() >= WRONG_BY_ONE) {
            return false;
        }
        counted.addLast(new Attempt(account, now));
        return true;
    }

    /** The latest attempt was right and counts no more; the wrong ones before it still do. */
    public synchronized void right(String account) {
        counted.stream().filter(attempt -> attempt.account().equals(account))
                .reduce((first, second) -> second)
                .ifPresent(counted::removeLastOccurrence);
    }
}
