package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTests {

    @Test
    void waitsLongerEachTimeAndNeverMoreThanAnHour() {
        BackOff backOff = new BackOff(new Random(20261122));
        for (int failures = 0; failures < 10_000; failures++) {
            Duration full = Duration.ofSeconds(Math.min(3600, 10L << Math.min(failures, 9)));
            assertThat(backOff.after(failures)).isBetween(full.multipliedBy(3).dividedBy(4), full);
        }
    }
}
