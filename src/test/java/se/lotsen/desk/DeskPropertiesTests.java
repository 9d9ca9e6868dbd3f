package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeskPropertiesTests {

    @Test
    void aReplyIsHeldForAMinuteAtMost() {
        assertThat(new DeskProperties(Duration.ZERO).undoSend()).isZero();
        assertThat(new DeskProperties(Duration.ofMinutes(1)).undoSend()).isEqualTo(Duration.ofMinutes(1));
        for (Duration wrong : new Duration[]{Duration.ofMillis(-1), Duration.ofMillis(60_001)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new DeskProperties(wrong))
                    .withMessageContaining("lotsen.desk.undo-send");
        }
    }
}
