package se.lotsen.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: so many attempts for a user name, and so many from an address, in a while. Names that are not
 * there are counted like those that are. The least recently used are forgotten, so that a flood cannot fill the memory.
 */
final class SignInThrottle {
    private static final int REMEMBERED = 20_000;
    private final Map<String, Attempts> names = leastRecentlyUsed();
    private final Map<String, Attempts> addresses = leastRecentlyUsed();
    private final int perName;
    private final int perAddress;
    private final Duration window;
    private final Clock clock;

    SignInThrottle(StaffProperties properties, Clock clock) {
        this.perName = properties.attemptsPerAccount();
        this.perAddress = properties.attemptsPerAddress();
        this.window = properties.attemptsWindow();
        this.clock = clock;
    }

    private record Attempts(Instant since, int count) {
    }

    /** Counts the attempt before it is made, so that many at once are counted too; false when there were too many. */
    synchronized boolean admits(String userName, String address) {
        boolean fromHere = count(addresses, address) <= perAddress;
        return count(names, AccountTable.key(userName)) <= perName && fromHere;
    }

    /** Who has come in is not the one who guesses; their address goes on being counted. */
    synchronized void cameIn(String userName) {
        names.remove(AccountTable.key(userName));
    }

    private int count(Map<String, Attempts> attempts, String key) {
        Instant now = clock.instant();
        Attempts before = attempts.get(key);
        boolean fresh = before == null || !now.isBefore(before.since().plus(window));
        Attempts after = fresh || before == null
                ? new Attempts(now, 1)
                : new Attempts(before.since(), before.count() + 1);
        attempts.put(key, after);
        return after.count();
    }

    private static Map<String, Attempts> leastRecentlyUsed() {
        return new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
