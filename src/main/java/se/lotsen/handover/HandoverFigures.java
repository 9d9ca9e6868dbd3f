package se.lotsen.handover;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the handovers of a time. {@code docs/handover.md} defines every number.
 *
 * @param offered citizens who asked for a person, without those who still wait and whose time is not up
 * @param inTime of these, those whom an agent accepted in time
 * @param accepted those whom an agent accepted
 * @param meanSeconds of the accepted ones' waits; null when there are none, as is {@code p90Seconds}
 * @param p90Seconds nine of ten waited no longer
 * @param timedOut waits that nobody came for, {@code left} that the citizen ended, {@code closed} that closing time ended
 */
public record HandoverFigures(int offered, int inTime, int accepted, @Nullable Long meanSeconds,
        @Nullable Long p90Seconds,
        int timedOut, int left, int closed) {

    static HandoverFigures of(int offered, int inTime, List<Duration> waits, int timedOut, int left,
            int closed) {
        List<Long> seconds = waits.stream().map(Duration::toSeconds).sorted().toList();
        boolean none = seconds.isEmpty();
        return new HandoverFigures(offered, inTime, seconds.size(),
                none ? null : Math.round(seconds.stream().mapToLong(Long::longValue).average().orElse(0)),
                none ? null : seconds.get((int) Math.ceil(0.9 * seconds.size()) - 1), timedOut, left, closed);
    }

    /** The service level, 0 to 100; null when nothing was offered. */
    public @Nullable Integer level() {
        return offered == 0 ? null : (int) Math.round(100.0 * inTime / offered);
    }

    /** Whether nothing happened. */
    public boolean isEmpty() {
        return offered + accepted + timedOut + left + closed == 0;
    }
}
