package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.PatientCitizen;
import se.lotsen.testing.ServiceProcess;

/**
 * The service is asked to stop under load, and its successor starts on the same port and the same embedded database. More often
 * with {@code -Dlotsen.stops=500}.
 */
class GracefulStopIntegrationTests {
    private static final int STOPS = Integer.getInteger("lotsen.stops", 1);
    private static final int CITIZENS = 6;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final List<String> QUESTIONS = List.of("vad kostar förskolan", "hur söker man bygglov",
            "när öppnar simhallen", "vem vann allsvenskan");

    @TempDir
    private Path folder;

    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicBoolean listening = new AtomicBoolean(true);

    @Test
    void noRequestIsLostAndEveryStreamIsHandedOver() throws Exception {
        int port = freePort();
        Path knowledge = KnowledgeFiles.copyOfTheShipped(folder.resolve("knowledge")).alwaysOpen();
        Map<String, String> settings = Map.of("SERVER_PORT", Integer.toString(port),
                "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "1000000", "LOTSEN_CHAT_WRITES_PER_MINUTE",
                "1000000");
        List<Duration> stops = new ArrayList<>();
        ServiceProcess service = ServiceProcess.serve(folder.resolve("data"), knowledge, settings);
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<PatientCitizen> citizens = IntStream.range(0, CITIZENS)
                    .mapToObj(n -> new PatientCitizen(new ChatClient(port), listening::get)).toList();
            List<Future<?>> followers = citizens.stream().<Future<?>>map(one -> people.submit(one::follow))
                    .toList();
            List<Future<?>> workers = citizens.stream().<Future<?>>map(one -> people.submit(() -> work(one)))
                    .toList();
            for (int stop = 0; stop < STOPS; stop++) {
                int enough = CITIZENS * (stop + 1);
                await("something to lose").atMost(Duration.ofSeconds(90)).until(
                        () -> citizens.stream().mapToInt(one -> one.acknowledged().size()).sum() >= enough
                                && citizens.stream().allMatch(PatientCitizen::hears));
                int hints = citizens.stream().mapToInt(PatientCitizen::hints).sum();
                long begun = System.nanoTime();
                service.terminate();
                assertThat(service.endsWithin(LONGEST_STOP.plusSeconds(20))).as("stop %d", stop).isTrue();
                stops.add(Duration.ofNanos(System.nanoTime() - begun));
                assertThat(service.log()).contains("Graceful shutdown complete").doesNotContain(" ERROR ");
                assertThat(citizens.stream().mapToInt(PatientCitizen::hints).sum() - hints)
                        .as("streams that ended with a hint at stop %d", stop)
                        .isGreaterThanOrEqualTo(CITIZENS);
                service = ServiceProcess.serve(folder.resolve("data"), knowledge, settings);
            }
            working.set(false);
            for (Future<?> worker : workers) {
                worker.get();
            }
            listening.set(false);
            assertThat(citizens.stream().flatMap(one -> one.faults(new ChatClient(port)).stream())).isEmpty();
            // Somebody who only listens hears nothing more: the stream is cut.
            service.close();
            for (Future<?> follower : followers) {
                follower.get();
            }
            int written = citizens.stream().mapToInt(one -> one.acknowledged().size()).sum();
            System.out.printf(
                    "stops: %d, longest %d ms, acknowledged %d, sent again %d, streams handed over %d%n",
                    STOPS,
                    stops.stream().mapToLong(Duration::toMillis).max().orElse(0), written,
                    citizens.stream().mapToInt(PatientCitizen::repeated).sum(),
                    citizens.stream().mapToInt(PatientCitizen::hints).sum());
            assertThat(stops).allSatisfy(stop -> assertThat(stop).isLessThan(LONGEST_STOP));
        } finally {
            service.close();
            working.set(false);
            listening.set(false);
            people.shutdown();
        }
    }

    private void work(PatientCitizen citizen) {
        for (int n = 0; working.get(); n++) {
            citizen.ask(QUESTIONS.get(n % QUESTIONS.size()));
            LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
