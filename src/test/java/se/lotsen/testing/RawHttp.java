package se.lotsen.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, HTTP or not, and reads what comes back. */
public final class RawHttp {
    private static final int ENOUGH = 4_096;
    private static final int LARGE = 100_000;
    private final int port;

    /** To the service on this port of this machine. */
    public RawHttp(int port) {
        this.port = port;
    }

    /**
     * The beginning of an answer.
     *
     * @param status 0 when the connection was closed, or kept silent, without an answer
     */
    public record Answer(int status, String text) {
        private static Answer of(String text) {
            return new Answer(text.startsWith("HTTP/1.") && text.length() > 12
                    ? Integer.parseInt(text.substring(9, 12))
                    : 0, text);
        }

        /** A field of the head; empty when it has none. */
        public String header(String name) {
            return text.lines().takeWhile(line -> !line.isBlank())
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
                    .findFirst()
                    .map(line -> line.substring(name.length() + 1).strip()).orElse("");
        }

        /** What follows the head. */
        public String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }
    }

    /**
     * One request on a connection of its own.
     *
     * @param patienceMillis how long to wait for each part of the answer
     * @param halfClosed whether to say that nothing more will come
     */
    public Answer send(byte[] request, int patienceMillis, boolean halfClosed) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(patienceMillis);
            socket.setTcpNoDelay(true);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                if (request.length > LARGE) {
                    // The service may answer, and hang up, long before everything is sent.
                    Thread.ofVirtual().start(() -> write(socket, request, halfClosed));
                } else {
                    write(socket, request, halfClosed);
                }
                read(socket.getInputStream(), answer);
            } catch (SocketTimeoutException e) {
                // The service waits for the rest of the request.
            } catch (IOException e) {
                // Reset by the service: what came before counts.
            }
            return Answer.of(answer.toString(StandardCharsets.UTF_8));
        }
    }

    private static void write(Socket socket, byte[] request, boolean halfClosed) {
        try {
            socket.getOutputStream().write(request);
            if (halfClosed) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            // The service has hung up; what it said before counts.
        }
    }

    /** Until the answer's end, or until enough of it is known; a stream may have no end. */
    private static void read(InputStream in, ByteArrayOutputStream answer) throws IOException {
        byte[] buffer = new byte[ENOUGH];
        int read = in.read(buffer);
        while (read > 0) {
            answer.write(buffer, 0, read);
            String text = answer.toString(StandardCharsets.UTF_8);
            if (answer.size() >= ENOUGH || text.contains("text/event-stream") && text.contains("\r\n\r\n")) {
                return;
            }
            read = in.read(buffer);
        }
    }
}
