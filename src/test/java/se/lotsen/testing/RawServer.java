package se.lotsen.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers with bytes as they are, on this machine, and sees when the other side hangs up. */
public final class RawServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final ServerSocket socket;
    private final Thread accepting;
    private final Script script;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Long> hungUp = new LinkedBlockingQueue<>();

    /** What is done with one request; the connection is kept until the other side ends it or this returns false. */
    @FunctionalInterface
    public interface Script {
        /** @return whether to keep the connection */
        boolean answer(String request, OutputStream out) throws IOException;
    }

    /** Listens on a free port. */
    public RawServer(Script script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Heads and bodies, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many connections were ever made. */
    public int connections() {
        return open.size();
    }

    /** Waits for the next hang-up of the other side. @return when, in nanoseconds of {@link System#nanoTime()} */
    public long hungUpAt() throws InterruptedException {
        Long at = hungUp.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (at == null) {
            throw new AssertionError("the other side did not hang up within " + PATIENCE_SECONDS + " s");
        }
        return at;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String request = next(in);
            while (request != null) {
                requests.add(request);
                if (!script.answer(request, connection.getOutputStream())) {
                    return;
                }
                request = next(in);
            }
            hungUp.add(System.nanoTime());
        } catch (IOException e) {
            hungUp.add(System.nanoTime());
        }
    }

    /** One request; null when the other side has hung up. */
    private static String next(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.append((char) b);
        }
        int length = head.toString().lines().map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip())).findFirst().orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
            // The system listens until the accepting thread has left the socket.
            accepting.join();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
