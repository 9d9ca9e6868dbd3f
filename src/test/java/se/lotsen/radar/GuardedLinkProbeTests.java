package se.lotsen.radar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.fetching.FetchRules;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.inspection.LinkState;

/** Links followed over real connections. */
@Timeout(30)
class GuardedLinkProbeTests {
    private HttpServer server;
    private GuardedFetch fetch;
    private String here;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("Content-Type",
                    path.equals("/fil") ? "application/zip" : "text/html");
            if (path.equals("/flyttad")) {
                exchange.getResponseHeaders().set("Location", "/200");
            }
            exchange.sendResponseHeaders(switch (path) {
                case "/flyttad" -> 301;
                case "/fil" -> 200;
                default -> Integer.parseInt(path.substring(1));
            }, -1);
            exchange.close();
        });
        server.start();
        here = "localhost:" + server.getAddress().getPort();
        fetch = new GuardedFetch(new FetchRules(Set.of(), Set.of(here), Duration.ZERO, Duration.ofSeconds(5),
                URI.create("http://localhost:8080")));
    }

    @AfterEach
    void close() throws IOException {
        fetch.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"/200,ALIVE", "/flyttad,MOVED", "/404,GONE", "/410,GONE", "/500,FAILING", "/403,UNKNOWN",
            "/fil,ALIVE"})
    void whatBecomesOfALinkIsSaid(String path, LinkState state) throws InterruptedException {
        assertThat(new GuardedLinkProbe(fetch).follow(URI.create("http://" + here + path))).isEqualTo(state);
    }

    @Test
    void anAddressInsideANetworkIsNotFollowedAndNotSaidToBeDead() throws InterruptedException {
        assertThat(new GuardedLinkProbe(fetch).follow(URI.create("http://127.0.0.1:1/")))
                .isEqualTo(LinkState.UNKNOWN);
    }

    @Test
    void aServerThatIsNotThereIsFailing() throws InterruptedException {
        URI address = URI.create("http://" + here + "/200");
        server.stop(0);
        assertThat(new GuardedLinkProbe(fetch).follow(address)).isEqualTo(LinkState.FAILING);
    }
}
