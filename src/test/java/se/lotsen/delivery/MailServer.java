package se.lotsen.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of SMTP as a mail needs, on this machine; answers one command as a test wants. */
final class MailServer implements AutoCloseable {
    final List<String> mails = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final Thread accepting;
    private final String refused;
    private final String answer;

    /** @param refused the beginning of a command that is answered in this other way; an empty answer is silence */
    MailServer(String refused, String answer) throws IOException {
        this.refused = refused;
        this.answer = answer;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        accepting = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            say(connection.getOutputStream(), refused.equals("greeting") ? answer : "220 stub");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                if (line.startsWith(refused)) {
                    say(connection.getOutputStream(), answer);
                } else if (line.equals("DATA")) {
                    say(connection.getOutputStream(), "354 go on");
                    mails.add(mail(in));
                    say(connection.getOutputStream(), "250 taken");
                } else {
                    say(connection.getOutputStream(), line.equals("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append("\r\n");
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        if (!line.isEmpty()) {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            // The system listens until the accepting thread has left the socket.
            accepting.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
