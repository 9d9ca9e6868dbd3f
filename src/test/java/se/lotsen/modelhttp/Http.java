package se.lotsen.modelhttp;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import se.lotsen.testing.RawServer;

/** The few answers and requests that the tests of the wire are made of. */
final class Http {
    static final String STREAM_HEAD = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            Transfer-Encoding: chunked\r
            \r
            """;

    private Http() {
    }

    static HttpRequest post(RawServer server) {
        return post(server, "x");
    }

    static HttpRequest post(RawServer server, String path) {
        return HttpRequest.builder().method(HttpMethod.POST).url(server.url() + "/v1/" + path)
                .addHeader("Content-Type", "application/json").body("{\"q\":\"å\"}").build();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    static String chunk(String text) {
        return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n";
    }
}
