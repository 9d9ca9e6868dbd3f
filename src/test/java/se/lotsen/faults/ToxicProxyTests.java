package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bad network is as bad as its toxics say. The server behind it says ten bytes and hangs up. */
class ToxicProxyTests {
    private static final Duration SOON = Duration.ofMillis(150);
    private ServerSocket server;
    private ToxicProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket one = server.accept()) {
                    one.getOutputStream().write("0123456789".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    return;
                }
            }
        });
        proxy = ToxicProxy.before(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void withoutAToxicEverythingPasses() throws IOException {
        assertThat(read()).isEqualTo("0123456789");
    }

    @Test
    void latencyBandwidthAndSlowCloseTakeTheirTimeAndLoseNothing() throws IOException {
        assertTakes(new Toxic.Latency(SOON));
        assertTakes(new Toxic.Bandwidth(60));
        assertTakes(new Toxic.SlowClose(SOON));
        assertTakes(new Toxic.Slicer(2, SOON.dividedBy(5)));
    }

    private void assertTakes(Toxic toxic) throws IOException {
        proxy.towardsClient(toxic);
        long begun = System.nanoTime();
        assertThat(read()).as(toxic.toString()).isEqualTo("0123456789");
        assertThat(System.nanoTime() - begun).as(toxic.toString()).isGreaterThanOrEqualTo(SOON.toNanos());
    }

    @Test
    void limitDataStopsInTheMiddle() throws IOException {
        proxy.towardsClient(new Toxic.LimitData(4));
        assertThat(read()).isEqualTo("0123");
    }

    @Test
    void aTimeoutSaysNothingAndThenEnds() throws IOException {
        proxy.towardsClient(new Toxic.Timeout(SOON.multipliedBy(10)));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.setSoTimeout((int) SOON.toMillis());
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(10_000);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aResetIsFelt() throws IOException {
        proxy.towardsServer(new Toxic.ResetPeer(SOON));
        proxy.towardsClient(new Toxic.Latency(SOON.multipliedBy(10)));
        assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsDownRefusesUntilItIsUp() throws IOException {
        proxy.down();
        assertThatThrownBy(this::read).isInstanceOf(ConnectException.class);
        proxy.up();
        assertThat(read()).isEqualTo("0123456789");
    }

    private String read() throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
