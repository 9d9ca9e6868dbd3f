package se.lotsen.fetching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** A real web server on a loopback address, which remembers what it was asked for. */
final class WebSite implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<com.sun.net.httpserver.Headers> headers = Collections
            .synchronizedList(new ArrayList<>());

    /** What a path answers. */
    @FunctionalInterface
    interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    WebSite(String address, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    static WebSite start() throws IOException {
        return new WebSite("127.0.0.1", 0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    String hostAndPort() {
        return "127.0.0.1:" + port();
    }

    WebSite page(String path, Page page) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            headers.add(exchange.getRequestHeaders());
            try (exchange) {
                page.answer(exchange);
            }
        });
        return this;
    }

    WebSite text(String path, String text) {
        return page(path, exchange -> send(exchange, 200, "text/html; charset=utf-8", text));
    }

    WebSite redirect(String path, String location) {
        return page(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    com.sun.net.httpserver.Headers lastHeaders() {
        return headers.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
