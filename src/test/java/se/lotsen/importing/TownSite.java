package se.lotsen.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A small municipality's site on a real socket, whose pages a test changes. */
final class TownSite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> pages = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, String> changed = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    volatile String robots = "";
    volatile boolean packed;
    volatile boolean tagged = true;
    /** Answered only when the test lets it. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    TownSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String base() {
        return "http://" + hostAndPort();
    }

    String sitemap() {
        return base() + "/sitemap.xml";
    }

    TownSite page(String path, String title, String text) {
        pages.put(path, "<html lang=sv><title>" + title + " - Åsby</title><nav>Meny</nav><main><h1>" + title
                + "</h1><p>" + text + "</p></main><footer>Åsby kommun</footer></html>");
        return this;
    }

    TownSite lastmod(String path, String day) {
        changed.put(path, day);
        return this;
    }

    TownSite status(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    void without(String path) {
        pages.remove(path);
    }

    /** What was asked for since the last time that this was called, without the maps and the rules. */
    List<String> asked() {
        List<String> since = asked.stream()
                .filter(path -> !path.startsWith("/sitemap") && !path.startsWith("/robots"))
                .toList();
        asked.clear();
        return since;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            switch (path) {
                case "/robots.txt" ->
                    send(exchange, robots.isEmpty() ? 404 : 200, "text/plain", robots.getBytes());
                case "/sitemap.xml" ->
                    send(exchange, 200, "application/xml", map().getBytes(StandardCharsets.UTF_8));
                case "/sitemap-index.xml" -> send(exchange, 200, "text/xml",
                        ("""
                                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>%s/sitemap.xml.gz</loc>
                                </sitemap></sitemapindex>""")
                                .formatted(base()).getBytes(StandardCharsets.UTF_8));
                case "/sitemap.xml.gz" -> send(exchange, 200, "application/x-gzip", gzip(map()));
                default -> page(exchange, path);
            }
        }
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String page = pages.get(path);
        int status = statuses.getOrDefault(path, page == null ? 404 : 200);
        String tag = "\"" + (page == null ? 0 : page.hashCode()) + "\"";
        if (status == 200 && tagged && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        if (tagged) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        send(exchange, status, "text/html; charset=utf-8",
                page == null ? new byte[0] : page.getBytes(StandardCharsets.UTF_8));
    }

    private String map() {
        StringBuilder map = new StringBuilder(
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        List.copyOf(pages.keySet()).forEach(path -> map.append("<url><loc>").append(base()).append(path)
                .append("</loc>")
                .append(changed.containsKey(path) ? "<lastmod>" + changed.get(path) + "</lastmod>" : "")
                .append("</url>"));
        return map.append("</urlset>").toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
