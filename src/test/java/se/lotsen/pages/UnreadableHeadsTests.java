package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.lotsen.testing.ServiceTest;

/** A head that is too large is refused, whatever the connection was used for before. */
@ServiceTest
class UnreadableHeadsTests {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String FORM = "fraga=hej";
    private static final String LARGE = "GET / HTTP/1.1\r\nHost: localhost\r\n"
            + ("Cookie: kaka=" + "a".repeat(7_000) + "\r\n").repeat(4) + "\r\n";

    @LocalServerPort
    private int port;

    /** One time of two it was not, before. */
    @RepeatedTest(12)
    void aHeadThatIsTooLargeIsRefusedJustAfterAnAnswer() throws IOException {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            // Refused before its body is read.
            assertThat(answer(connection, "POST /desk/telefon HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + FORM.length()
                    + "\r\n\r\n" + FORM)).startsWith("HTTP/1.1 4");
            assertThat(answer(connection, LARGE)).startsWith("HTTP/1.1 431");
        }
    }

    /** What comes first of it. */
    private static String answer(Socket connection, String request) throws IOException {
        connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] first = new byte[16 * 1024];
        int length = connection.getInputStream().read(first);
        return new String(first, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }
}
