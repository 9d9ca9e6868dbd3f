package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.lotsen.testing.ServiceTest;

/** Browsers send request after request over one connection; none may be left without an answer. */
@ServiceTest
class KeptConnectionTests {
    private static final int PATIENCE_MILLIS = 20_000;

    @LocalServerPort
    private int port;

    @Test
    void aConnectionGoesOnAfterAQueuedRequestWasRefusedAtOnce() throws IOException {
        try (Socket connection = new Socket("127.0.0.1", port)) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            send(connection,
                    request("GET", "/knowledge/bygglov") + request("PUT", "/api/conversations/x"));
            assertThat(status(connection)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(status(connection)).isEqualTo("HTTP/1.1 405 Method Not Allowed");
            send(connection, request("GET", "/knowledge/bygglov"));
            assertThat(status(connection)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    private static String request(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static void send(Socket connection, String requests) throws IOException {
        connection.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    /** The status line of the next response, which is read to its end. */
    private static String status(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        assertThat(in.readNBytes(length)).as("a body of known length").hasSizeGreaterThan(0);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
