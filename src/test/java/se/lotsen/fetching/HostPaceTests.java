package se.lotsen.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostPaceTests {
    private final AtomicLong now = new AtomicLong();
    private final List<Long> waits = new ArrayList<>();
    private final HostPace pace = new HostPace(now::get, nanos -> {
        waits.add(nanos);
        now.addAndGet(nanos);
    });

    @Test
    void theFirstIsAskedAtOnceAndTheNextAfterWhatIsLeftOfThePause() throws InterruptedException {
        Duration pause = Duration.ofNanos(500);
        pace.inTurn("a", pause, () -> now.addAndGet(100));
        now.addAndGet(200);
        pace.inTurn("a", pause, () -> 0);
        pace.inTurn("b", pause, () -> 0);
        now.addAndGet(900);
        pace.inTurn("a", pause, () -> 0);
        assertThat(waits).containsExactly(300L);
    }

    @Test
    void oneRequestAtATimeGoesToAHost() throws InterruptedException {
        AtomicInteger there = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    pace.inTurn("a", Duration.ZERO, () -> {
                        most.accumulateAndGet(there.incrementAndGet(), Math::max);
                        Thread.yield();
                        return there.decrementAndGet();
                    });
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                done.countDown();
            });
        }
        done.await();
        assertThat(most).hasValue(1);
    }
}
