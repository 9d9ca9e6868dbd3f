package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request that is cancelled interrupts its thread; H2's file would be closed under everybody. */
class InterruptedWriterTests {
    @TempDir
    private Path dataDir;

    @AfterEach
    void clearTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheDatabaseForOthers() {
        try (OpenRecord record = OpenRecord.in(dataDir)) {
            Thread.currentThread().interrupt();
            StartedConversation started = record.store.start(RecordContract.key());
            assertThat(Thread.currentThread().isInterrupted()).as("the interrupt is passed on").isTrue();
            Thread.interrupted();
            assertThat(record.store.open(started.id(), started.token())).isPresent();
            assertThat(record.store.start(RecordContract.key())).isNotEqualTo(started);
        }
    }
}
