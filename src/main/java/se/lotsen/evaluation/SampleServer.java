package se.lotsen.evaluation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves a folder as the site that its site map says it is, on a free port of this machine. */
final class SampleServer implements AutoCloseable {
    private static final Pattern ORIGIN = Pattern.compile("<loc>\\s*(https?://[^/<\\s]+)");
    /** Without a charset, as of a server that knows no more than a file's ending. */
    private static final Map<String, String> TYPES = Map.of("html", "text/html", "htm", "text/html", "xml",
            "application/xml", "txt", "text/plain", "pdf", "application/pdf", "css", "text/css");

    private final Path site;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String written;

    /** @throws EvaluationInputException when the folder holds no site map */
    SampleServer(Path site) {
        this.site = site.toAbsolutePath().normalize();
        Path map = this.site.resolve("sitemap.xml");
        try {
            Matcher origin = ORIGIN.matcher(Files.readString(map, StandardCharsets.UTF_8));
            if (!origin.find()) {
                throw new EvaluationInputException(map + ": no address in <loc>");
            }
            written = origin.group(1);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw EvaluationInputException.unreadable(map, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String base() {
        return "http://" + hostAndPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = file(exchange.getRequestURI().getPath());
            if (!file.startsWith(site) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String name = file.getFileName().toString();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1),
                    "application/octet-stream");
            byte[] body = Files.readAllBytes(file);
            if (!type.equals("application/pdf")) {
                // Latin 1 keeps every byte, whatever the page is written in.
                body = new String(body, StandardCharsets.ISO_8859_1).replace(written, base())
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Path file(String path) {
        Path file = site.resolve(path.replaceFirst("^/+", "")).normalize();
        if (Files.isDirectory(file)) {
            return file.resolve("index.html");
        }
        Path html = file.resolveSibling(file.getFileName() + ".html");
        return Files.exists(file) || !Files.exists(html) ? file : html;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
