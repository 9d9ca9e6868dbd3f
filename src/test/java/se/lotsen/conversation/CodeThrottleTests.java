package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.MovedClock;

class CodeThrottleTests {
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final CodeThrottle throttle = new CodeThrottle(clock);

    @Test
    void afterFiveWrongCodesAnAgentWaitsUntilTheFirstIsTenMinutesOld() {
        for (int i = 0; i < CodeThrottle.WRONG_BY_ONE; i++) {
            assertThat(throttle.admits("anna")).isTrue();
            clock.move(Duration.ofMinutes(1));
        }
        assertThat(throttle.admits("anna")).isFalse();
        assertThat(throttle.admits("bo")).as("another agent").isTrue();
        clock.move(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(throttle.admits("anna")).isFalse();
        clock.move(Duration.ofSeconds(1));
        assertThat(throttle.admits("anna")).isTrue();
        assertThat(throttle.admits("anna")).as("the second wrong one still counts").isFalse();
    }

    @Test
    void aRightCodeCountsNotButForgivesNoWrongOne() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.admits("anna")).isTrue();
            throttle.right("anna");
        }
        for (int i = 0; i < CodeThrottle.WRONG_BY_ONE - 1; i++) {
            throttle.admits("anna");
        }
        assertThat(throttle.admits("anna")).isTrue();
        throttle.right("anna");
        assertThat(throttle.admits("anna")).isTrue();
        assertThat(throttle.admits("anna")).isFalse();
    }

    @Test
    void allTogetherFindNothingEither() {
        int admitted = 0;
        for (int agent = 0; agent < 1_000; agent++) {
            for (int i = 0; i < CodeThrottle.WRONG_BY_ONE; i++) {
                admitted += throttle.admits("agent " + agent) ? 1 : 0;
            }
        }
        assertThat(admitted).isEqualTo(CodeThrottle.WRONG_BY_ALL);
        clock.move(CodeThrottle.WINDOW);
        assertThat(throttle.admits("agent 1")).isTrue();
    }
}
