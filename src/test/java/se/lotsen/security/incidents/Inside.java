package se.lotsen.security.incidents;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRequest;
import se.lotsen.fetching.FetchRules;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.fetching.Wanted;

/** A server inside the network, that nobody may reach: it counts whoever does. */
final class Inside implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();

    Inside() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        on("/", "text/html", "nyckel");
    }

    Inside on(String path, String type, String text) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return this;
    }

    Inside redirecting(String path, String location) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    /** What the product's own door says to an address, with the servers that an operator has allowed. */
    static FetchOutcome fetch(String address, String... allowed) throws InterruptedException, IOException {
        FetchRules rules = new FetchRules(Set.of(), Set.of(allowed), Duration.ZERO, Duration.ofSeconds(5),
                URI.create("https://fraga.example"));
        try (GuardedFetch door = new GuardedFetch(rules)) {
            return door.get(FetchRequest.of(URI.create(address), Wanted.PAGE));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
