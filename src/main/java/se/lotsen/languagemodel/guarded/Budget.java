package se.lotsen.languagemodel.guarded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelUnavailable.Reason;

/**
 * What may be spent: calls a minute and estimated tokens a day of one conversation, and tokens a day of the whole
 * installation. Days are the clock's. Thread-safe; what it keeps of a conversation is forgotten with the day.
 */
final class Budget {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ModelProperties limits;
    private final Clock clock;
    private final Map<String, Spent> conversations = new HashMap<>();
    private LocalDate day;
    private long spentToday;

    private static final class Spent {
        private final Deque<Instant> calls = new ArrayDeque<>();
        private long tokens;
    }

    Budget(ModelProperties limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.day = LocalDate.now(clock);
    }

    /** Counts a call with what its prompt costs, or says why it is not allowed; then nothing is counted. */
    synchronized Optional<Reason> take(String conversation, long tokens) {
        forgetYesterday();
        Spent spent = conversations.computeIfAbsent(conversation, key -> new Spent());
        Instant now = clock.instant();
        for (Iterator<Instant> calls = spent.calls.iterator(); calls.hasNext()
                && calls.next().isBefore(now.minus(WINDOW));) {
            calls.remove();
        }
        if (spent.calls.size() >= limits.callsPerMinute()) {
            return Optional.of(Reason.TOO_OFTEN);
        }
        if (spentToday + tokens > limits.tokensPerDay()
                || spent.tokens + tokens > limits.tokensPerDayPerConversation()) {
            return Optional.of(Reason.BUDGET_SPENT);
        }
        spent.calls.add(now);
        count(spent, tokens);
        return Optional.empty();
    }

    /** Counts what an answer has cost, whatever the limits: it has been paid for. */
    synchronized void spend(String conversation, long tokens) {
        forgetYesterday();
        count(conversations.computeIfAbsent(conversation, key -> new Spent()), tokens);
    }

    /** Takes a call back that was never made. */
    synchronized void giveBack(String conversation, long tokens) {
        forgetYesterday();
        Spent spent = conversations.get(conversation);
        if (spent != null) {
            spent.calls.pollLast();
            count(spent, -tokens);
        }
    }

    /** What the installation may still spend today; never below 0. */
    synchronized long left() {
        forgetYesterday();
        return Math.max(0, limits.tokensPerDay() - spentToday);
    }

    private void count(Spent spent, long tokens) {
        spent.tokens += tokens;
        spentToday += tokens;
    }

    private void forgetYesterday() {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(day)) {
            day = today;
            spentToday = 0;
            conversations.clear();
        }
    }
}
