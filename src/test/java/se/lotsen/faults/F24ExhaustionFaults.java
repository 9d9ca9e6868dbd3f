package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceProcess;

/**
 * F24: thousands of connections that send their request a byte at a time (slow loris). Health and the conversations that there
 * are live on, new citizens are answered, and afterwards all is as before. {@code -Dlotsen.f24.sockets=5000} for the full count.
 */
class F24ExhaustionFaults {
    private static final int ROUNDS = Integer.getInteger("lotsen.f24", 2);
    private static final int SOCKETS = Integer.getInteger("lotsen.f24.sockets", 5_000);

    @TempDir
    private Path folder;

    @Test
    void slowConnectionsLeaveCitizensAlone() throws Exception {
        long slowest = 0;
        try (ServiceProcess service = ServiceProcess.serve(folder.resolve("data"),
                Path.of("knowledge-base").toAbsolutePath(),
                Map.of("LOTSEN_CHAT_WRITES_PER_MINUTE", "1000000",
                        "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "1000000"))) {
            ChatClient client = service.client();
            for (int round = 0; round < ROUNDS; round++) {
                Talk talk = client.start();
                CompletableFuture<List<Frame>> listening = CompletableFuture.supplyAsync(() -> client.events(
                        talk, 0, frame -> frame.raw().contains("event:completed")));
                List<Socket> loris = open(service.port());
                try {
                    assertThat(loris.size()).as("connections that were taken").isGreaterThan(SOCKETS / 2);
                    for (int step = 0; step < 5; step++) {
                        drip(loris);
                        long begun = System.nanoTime();
                        assertThat(client.get("/actuator/health/liveness", Map.of()).statusCode())
                                .isEqualTo(200);
                        assertThat(client.ask(client.start(), "vad kostar förskolan").getLast().raw())
                                .contains("event:completed");
                        slowest = Math.max(slowest, System.nanoTime() - begun);
                    }
                    client.ask(talk, "när är tippen öppen");
                    assertThat(listening.get(30, TimeUnit.SECONDS).getLast().raw())
                            .contains("event:completed");
                } finally {
                    loris.forEach(F24ExhaustionFaults::close);
                }
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> client.get("/", Map.of()).statusCode() == 200);
            }
            assertThat(service.log()).doesNotContain(" ERROR ", "OutOfMemory");
        }
        System.out.printf("| F24 %d slow connections | %d rounds | slowest answer beside them %d ms |%n",
                SOCKETS,
                ROUNDS, slowest / 1_000_000);
    }

    private static List<Socket> open(int port) {
        List<Socket> sockets = new ArrayList<>();
        for (int n = 0; n < SOCKETS; n++) {
            try {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream()
                        .write("POST /api/conversations HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                                .getBytes(StandardCharsets.US_ASCII));
                sockets.add(socket);
            } catch (IOException e) {
                // Refused: then there are fewer.
            }
        }
        return sockets;
    }

    private static void drip(List<Socket> sockets) {
        for (Socket socket : sockets) {
            try {
                socket.getOutputStream().write('x');
            } catch (IOException e) {
                // The service has hung up on it, as it may.
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed already.
        }
    }
}
