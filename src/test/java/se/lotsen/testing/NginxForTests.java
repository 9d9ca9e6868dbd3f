package se.lotsen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The real nginx with the file that is shipped, before processes on this machine instead of the replicas that it names. */
final class NginxForTests implements AutoCloseable {
    private final Process nginx;
    private final int port;

    /** @param program where nginx lies */
    NginxForTests(String program, Path folder, List<Integer> services) {
        try {
            port = freePort();
            String shipped = Files.readString(Path.of("etc/nginx-lotsen.conf"))
                    .replace("replica-1:8080", "127.0.0.1:" + services.get(0))
                    .replace("replica-2:8080", "127.0.0.1:" + services.get(1))
                    .replace("listen 8080", "listen 127.0.0.1:" + port)
                    .replace("access_log /var/log/nginx/access.log lotsen;", "access_log off;");
            Files.createDirectories(folder);
            Path file = Files.writeString(folder.resolve("nginx.conf"), """
                    daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log;
                    events { worker_connections 2048; }
                    http { access_log off; client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi; uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                    %2$s }
                    """.formatted(folder, shipped));
            nginx = new ProcessBuilder(program, "-c", file.toString()).inheritIO().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            }
        });
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        nginx.destroy();
        nginx.onExit().join();
    }
}
