package se.lotsen.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import se.lotsen.testing.ChatClient.Talk;

/** A citizen whose connection breaks: it asks, listens for a moment and is gone with a reset. */
public final class CutConnection {
    private CutConnection() {
    }

    /** Asks, listens for so long, and hangs up. */
    public static void ask(int port, Talk talk, String body, Duration listening) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                %s: %s\r
                %s: %s\r
                Content-Length: %d\r
                \r
                """.formatted(talk.path("/questions"), ChatClient.TOKEN, talk.token(), ChatClient.KEY,
                ChatClient.newKey(), content.length);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            listen(socket, listening);
        }
    }

    private static void listen(Socket socket, Duration time) throws IOException {
        if (time.isZero()) {
            return;
        }
        socket.setSoTimeout((int) time.toMillis());
        try {
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end && socket.getInputStream().read() >= 0) {
                continue;
            }
        } catch (SocketTimeoutException e) {
            // Time to go.
        }
    }
}
