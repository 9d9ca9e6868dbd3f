package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskPropertiesTests {
    private static final Duration GOAL = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT5S", "PT1M"})
    void aReplyCanBeTakenBackForAtMostAMinute(Duration undo) {
        assertThat(new DeskProperties(undo, GOAL).undoSend()).isEqualTo(undo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT1M0.001S"})
    void aCitizenIsNotKeptWaitingLonger(Duration undo) {
        assertThatThrownBy(() -> new DeskProperties(undo, GOAL))
                .hasMessageContaining("lotsen.desk.undo-send");
    }

    @Test
    void aGoalThatNobodyCanReachIsRefused() {
        assertThatThrownBy(() -> new DeskProperties(Duration.ZERO, Duration.ofMillis(999)))
                .hasMessageContaining("lotsen.desk.accept-within");
    }
}
