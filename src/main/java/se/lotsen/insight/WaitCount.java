package se.lotsen.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import se.lotsen.conversation.StateChange;
import se.lotsen.handover.Handovers.Handover;
import se.lotsen.insight.Total.Key;

/** Counts waits for a person by the day they began, as the desk's picture does. Pure. */
final class WaitCount {
    /** Upper ends in seconds; whoever waited longer than the last but one is in the last. */
    static final List<Long> STEPS = List.of(30L, 60L, 120L, 300L, 600L, 1800L, Long.MAX_VALUE);
    private final Function<Instant, LocalDate> day;
    private final Predicate<String> secret;
    private final Duration goal;

    /** @param secret queues that are in no figure */
    WaitCount(Function<Instant, LocalDate> day, Predicate<String> secret, Duration goal) {
        this.day = day;
        this.secret = secret;
        this.goal = goal;
    }

    /** A step in words. */
    static String name(InsightText text, long step) {
        return step == Long.MAX_VALUE
                ? text.say("wait.step.more", text.duration(STEPS.get(STEPS.size() - 2)))
                : text.say("wait.step", text.duration(step));
    }

    Map<Key, Long> count(List<Handover> handovers) {
        Map<Key, Long> totals = new LinkedHashMap<>();
        handovers.stream().filter(one -> !secret.test(one.queue())).forEach(one -> count(totals, one));
        return totals;
    }

    private void count(Map<Key, Long> totals, Handover one) {
        boolean late = one.waited().compareTo(goal) > 0;
        boolean accepted = one.end() == StateChange.CLAIMED;
        add(totals, one, Measure.OFFERED, one.end() != null || late ? 1 : 0);
        add(totals, one, Measure.IN_TIME, accepted && !late ? 1 : 0);
        add(totals, one, Measure.ACCEPTED, accepted ? 1 : 0);
        add(totals, one, Measure.WAIT_SECONDS, accepted ? one.waited().toSeconds() : 0);
        add(totals, one, Measure.TIMED_OUT, one.end() == StateChange.TIMED_OUT ? 1 : 0);
        add(totals, one, Measure.LEFT, one.end() == StateChange.LEFT_QUEUE ? 1 : 0);
        add(totals, one, Measure.CLOSED, one.end() == StateChange.DESK_CLOSED ? 1 : 0);
        if (accepted) {
            long step = STEPS.stream().filter(end -> one.waited().toMillis() <= millis(end)).findFirst()
                    .orElseThrow();
            totals.merge(Key.of(day.apply(one.begun()), Measure.WAIT_STEP, Long.toString(step)), 1L,
                    Long::sum);
        }
    }

    private static long millis(long seconds) {
        return seconds == Long.MAX_VALUE ? seconds : seconds * 1_000;
    }

    private void add(Map<Key, Long> totals, Handover one, Measure measure, long amount) {
        if (amount > 0) {
            totals.merge(Key.of(day.apply(one.begun()), measure, one.queue()), amount, Long::sum);
        }
    }
}
