package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

class KnowledgePollingTests {
    @Test
    void canBeStartedAgainAfterItWasStopped() {
        KnowledgeWatch watch = new KnowledgeWatch(new KnowledgeFolder(Path.of("knowledge-base")), event -> {
        });
        SmartLifecycle polling = new KnowledgeConfiguration().knowledgePolling(watch,
                new KnowledgeProperties(Path.of("knowledge-base"), Duration.ofHours(1)));
        for (int i = 0; i < 2; i++) {
            polling.start();
            assertThat(polling.isRunning()).isTrue();
            polling.stop();
            assertThat(polling.isRunning()).isFalse();
        }
    }
}
