package se.lotsen.evaluation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import se.lotsen.inspection.LinkState;

/**
 * A web server of this machine that answers as {@code links.tsv} says, by path, and a browser that follows each address
 * there. A row's status is a number, or {@code timeout} for a server that never answers.
 */
final class PlantedLinks implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String SILENT = "timeout";
    private final Map<String, String[]> rows = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final HttpClient browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS)
            .connectTimeout(PATIENCE).build();

    PlantedLinks(Path answers) {
        RadarEvaluation.rows(answers).forEach(row -> rows.put(path(row[0]), row));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] row = rows.getOrDefault(exchange.getRequestURI().getRawPath(), new String[]{"", "404", ""});
        try (exchange) {
            if (row[1].equals(SILENT)) {
                closed.await();
                return;
            }
            if (row[1].startsWith("3")) {
                exchange.getResponseHeaders().set("Location", path(row[2]));
            }
            exchange.sendResponseHeaders(Integer.parseInt(row[1]), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Map<String, LinkState> follow(Set<String> addresses) {
        Map<String, LinkState> states = new HashMap<>();
        addresses.forEach(address -> states.put(address, follow(path(address))));
        return states;
    }

    /** As it is asked for: other signs than ASCII are escaped. */
    private static String path(String address) {
        return URI.create(URI.create(address).toASCIIString()).getRawPath();
    }

    private LinkState follow(String path) {
        URI here = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        if (!rows.containsKey(path)) {
            return LinkState.UNKNOWN;
        }
        try {
            HttpResponse<Void> response = browser.send(
                    HttpRequest.newBuilder(here).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.discarding());
            return LinkState.of(response.statusCode(), response.previousResponse().isPresent());
        } catch (HttpTimeoutException e) {
            return LinkState.FAILING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LinkState.UNKNOWN;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
        browser.close();
    }
}
