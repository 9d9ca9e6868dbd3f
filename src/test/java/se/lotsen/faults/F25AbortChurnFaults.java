package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.CutConnection;
import se.lotsen.testing.ServiceProcess;

/**
 * F25: citizens who ask and are gone with a reset, again and again, under Netty's most suspicious leak detector: not one LEAK,
 * no memory that grows without end, and whoever stays is answered. {@code -Dlotsen.f25=100000} for the full count.
 */
class F25AbortChurnFaults {
    private static final int ABORTS = Integer.getInteger("lotsen.f25", 1_000);
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final int AT_ONCE = 8;
    private static final double MIB = 1 << 20;
    /** Caches fill up to their limits, the embedded database's own above all. */
    private static final double MOST_GROWTH = 24;

    @TempDir
    private Path folder;

    @Test
    void whoLeavesTakesNothingAlong() throws Exception {
        Random random = new Random(SEED);
        try (ServiceProcess service = ServiceProcess.serve(folder.resolve("data"),
                Path.of("knowledge-base").toAbsolutePath(),
                Map.of("LOTSEN_CHAT_WRITES_PER_MINUTE", "1000000",
                        "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "1000000", "JAVA_TOOL_OPTIONS",
                        "-Dio.netty.leakDetection.level=paranoid"))) {
            ChatClient client = service.client();
            abort(service, ABORTS / 2, random);
            long half = LiveHeap.of(LiveHeap.childService());
            abort(service, ABORTS - ABORTS / 2, random);
            long whole = LiveHeap.of(LiveHeap.childService());
            assertThat(client.ask(client.start(), "vad kostar förskolan").getLast().raw())
                    .contains("event:completed");
            assertThat(service.log()).doesNotContain("LEAK:", "OutOfMemory");
            System.out.printf(Locale.ROOT,
                    "| F25 asked and gone | %d aborts | 0 LEAK lines | live heap %.1f MiB at half, %.1f MiB at the end |%n",
                    ABORTS, half / MIB, whole / MIB);
            assertThat((whole - half) / MIB).as("growth in MiB").isLessThan(MOST_GROWTH);
        }
    }

    private static void abort(ServiceProcess service, int count, Random random) throws InterruptedException {
        try (ExecutorService citizens = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int n = 0; n < count; n++) {
                Duration listening = Duration.ofMillis(random.nextInt(40));
                citizens.submit(() -> {
                    Talk talk = service.client().start();
                    CutConnection.ask(service.port(), talk, ChatClient.body("vad kostar förskolan"),
                            listening);
                    return talk;
                });
            }
            citizens.shutdown();
            assertThat(citizens.awaitTermination(30, TimeUnit.MINUTES)).isTrue();
        }
    }
}
