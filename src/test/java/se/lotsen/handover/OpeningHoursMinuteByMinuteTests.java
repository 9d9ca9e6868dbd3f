package se.lotsen.handover;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Execution(ExecutionMode.CONCURRENT)
class OpeningHoursMinuteByMinuteTests {
    private static final long SEED = Long.getLong("lotsen.seed", 20261122L);
    /** 1 compares all 5,258,880 minutes of ten years. */
    private static final int STEP = Integer.getInteger("lotsen.hours.step", 7);
    private static final MinuteByMinute PLAIN = new MinuteByMinute();
    private static OpeningHours hours;

    @BeforeAll
    static void readShippedHours() {
        hours = SampleFiles.openingHours();
    }

    @Test
    void knowsEveryShippedQueue() {
        assertThat(PLAIN.queues()).containsExactlyInAnyOrderElementsOf(hours.queues());
    }

    @Test
    void isOpenInTheSameMinutesOfAWholeYear() {
        for (String queue : PLAIN.queues()) {
            compare(queue, PLAIN.timeline(queue), minute(2027), minute(2028), 1);
        }
    }

    @Test
    void isOpenInTheSameMinutesOfTenYears() {
        for (String queue : PLAIN.differentQueues()) {
            compare(queue, PLAIN.timeline(queue), minute(2025), minute(2035), STEP);
        }
    }

    @Test
    void opensAndClosesNextAtTheSameMinutes() {
        Random random = new Random(SEED);
        for (String queue : PLAIN.queues()) {
            BitSet timeline = PLAIN.timeline(queue);
            for (int i = 0; i < 3_000; i++) {
                compareNext(queue, timeline, random.nextInt(minute(2025), minute(2035)));
            }
        }
    }

    private static void compare(String queue, BitSet timeline, int from, int to, int step) {
        for (int minute = from; minute < to; minute += step) {
            if (hours.isOpen(queue, instant(minute)) != timeline.get(minute)) {
                fail("%s at %s: expected open=%s", queue, instant(minute), timeline.get(minute));
            }
        }
    }

    private static void compareNext(String queue, BitSet timeline, int minute) {
        boolean open = timeline.get(minute);
        int end = open ? timeline.nextClearBit(minute) : timeline.nextSetBit(minute);
        // Beyond the last minute that was worked out nothing is known: the queue never closes.
        boolean endless = end >= minute(2036);
        OffsetDateTime change = endless
                ? null
                : instant(end).atZone(SampleFiles.STOCKHOLM).toOffsetDateTime();
        assertThat(hours.at(queue, instant(minute)))
                .as("%s at %s, seed %s", queue, instant(minute), SEED)
                .contains(new OpenState(open, open ? change : null, open ? null : change));
    }

    private static int minute(int year) {
        return (int) (LocalDate.of(year, 1, 1).toEpochDay() - MinuteByMinute.FIRST.toEpochDay()) * 1440;
    }

    private static Instant instant(int minute) {
        return MinuteByMinute.FIRST.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(minute * 60L);
    }
}
