package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import se.lotsen.testing.MovedClock;

class SignInThrottleTests {
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("lotsen.staff",
                    StaffProperties.class),
            clock);

    @Test
    void tenAttemptsForANameFromWhereverAndThenAPause() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.admits("Anna", "10.0.0." + i)).isTrue();
        }
        assertThat(throttle.admits("anna", "10.0.1.1")).isFalse();
        assertThat(throttle.admits("bo", "10.0.1.1")).isTrue();
        clock.move(Duration.ofMinutes(15));
        assertThat(throttle.admits("anna", "10.0.1.1")).isTrue();
    }

    @Test
    void aHundredAttemptsFromAnAddressForWhateverName() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.admits("namn" + i, "10.0.0.1")).isTrue();
        }
        assertThat(throttle.admits("anna", "10.0.0.1")).isFalse();
        assertThat(throttle.admits("anna", "10.0.0.2")).isTrue();
    }

    @Test
    void whoComesInBeginsAnew() {
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.admits("anna", "10.0.0.1")).isTrue();
            throttle.cameIn("ANNA");
        }
    }
}
