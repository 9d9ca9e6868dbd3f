package se.lotsen.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bad network between two programs on this machine: TCP goes through it to one port, and what a {@link Toxic} says happens to
 * it. A toxic counts for connections that are made after it was set; {@link #cut} ends those that are open.
 */
final class ToxicProxy implements AutoCloseable {
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final int port;
    private volatile @Nullable ServerSocket listening;
    private volatile @Nullable Thread accepting;
    private volatile @Nullable Toxic towardsServer;
    private volatile @Nullable Toxic towardsClient;

    private ToxicProxy(int target) throws IOException {
        this.target = target;
        ServerSocket socket = listen(0);
        this.port = socket.getLocalPort();
        accept(socket);
    }

    /** In front of a port of this machine. */
    static ToxicProxy before(int port) {
        try {
            return new ToxicProxy(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** How many connections were ever made. */
    int connections() {
        return connections.get();
    }

    /** For what the client sends; null for nothing bad. */
    void towardsServer(@Nullable Toxic toxic) {
        towardsServer = toxic;
    }

    /** For what the server sends; null for nothing bad. */
    void towardsClient(@Nullable Toxic toxic) {
        towardsClient = toxic;
    }

    /** Resets every open connection. */
    void cut() {
        open.forEach(ToxicProxy::reset);
    }

    /** Nobody listens any more: new connections are refused, open ones are reset. */
    void down() {
        ServerSocket socket = listening;
        listening = null;
        closeQuietly(socket);
        // The system listens until the accepting thread has left the socket: the closing hands it over to that thread.
        awaitQuietly(accepting);
        cut();
    }

    /** As it was before {@link #down}, at the same port. */
    void up() {
        try {
            accept(listen(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        down();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        return socket;
    }

    private void accept(ServerSocket socket) {
        listening = socket;
        accepting = Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    begin(socket.accept());
                } catch (IOException e) {
                    // The socket was closed, or one connection could not be made: the others go on.
                }
            }
        });
    }

    private void begin(Socket client) {
        connections.incrementAndGet();
        open.add(client);
        Toxic up = towardsServer;
        Toxic down = towardsClient;
        Thread.ofVirtual().start(() -> {
            try {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(server);
                resetLater(up, client, server);
                resetLater(down, client, server);
                Thread.ofVirtual().start(() -> pass(client, server, up));
                pass(server, client, down);
            } catch (IOException e) {
                reset(client);
            }
        });
    }

    private void resetLater(@Nullable Toxic toxic, Socket client, Socket server) {
        if (toxic instanceof Toxic.ResetPeer reset) {
            Thread.ofVirtual().start(() -> {
                pause(reset.after());
                reset(client);
                reset(server);
            });
        }
    }

    /** One direction, until its end; then the whole connection is over. */
    private void pass(Socket from, Socket to, @Nullable Toxic toxic) {
        byte[] buffer = new byte[8192];
        long left = toxic instanceof Toxic.LimitData limit ? limit.bytes() : Long.MAX_VALUE;
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int count = (int) Math.min(read, left);
                write(out, buffer, count, toxic);
                left -= count;
                if (left == 0) {
                    return;
                }
            }
            if (toxic instanceof Toxic.SlowClose slow) {
                pause(slow.delay());
            }
        } catch (IOException e) {
            // One side has hung up.
        } finally {
            open.remove(from);
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int count, @Nullable Toxic toxic)
            throws IOException {
        switch (toxic) {
            case Toxic.Latency latency -> {
                pause(latency.delay());
                out.write(bytes, 0, count);
            }
            case Toxic.Bandwidth bandwidth -> {
                out.write(bytes, 0, count);
                pause(Duration.ofNanos(1_000_000_000L * count / bandwidth.bytesPerSecond()));
            }
            case Toxic.Timeout timeout -> {
                pause(timeout.after());
                throw new IOException("timed out");
            }
            case Toxic.Slicer slicer -> {
                for (int at = 0; at < count; at += slicer.size()) {
                    out.write(bytes, at, Math.min(slicer.size(), count - at));
                    out.flush();
                    pause(slicer.pause());
                }
            }
            case Toxic.SlowClose slow -> out.write(bytes, 0, count);
            case Toxic.ResetPeer reset -> out.write(bytes, 0, count);
            case Toxic.LimitData limit -> out.write(bytes, 0, count);
            case null -> out.write(bytes, 0, count);
        }
        out.flush();
    }

    private static void awaitQuietly(@Nullable Thread thread) {
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
        closeQuietly(socket);
    }

    private static void closeQuietly(@Nullable AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            // Closed already.
        }
    }
}
