package se.lotsen.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Calls to other systems: a deadline for the whole exchange, no redirects, and no more of an answer than is needed. */
final class Wire implements AutoCloseable {
    private static final int LONGEST_ANSWER = 65_536;
    private final HttpClient http;
    private final Duration timeout;

    Wire(Duration timeout) {
        this.timeout = timeout;
        // A redirect would lead the call, with its signature, to where no operator has pointed.
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout).build();
    }

    /** What a receiver said; empty body when it was longer than is read. */
    record Answer(int status, String body, Optional<String> location) {
        boolean good() {
            return status >= 200 && status < 300;
        }

        /** Of an answer that is not good. Only "gone" is for ever: everything else somebody may put right. */
        Outcome outcome() {
            return status == 410 ? new Outcome.Refused("gone") : new Outcome.Failed("http-" + status);
        }
    }

    /** No answer came; the message is a code. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String code) {
            super(code);
        }

        Outcome outcome() {
            return new Outcome.Failed(String.valueOf(getMessage()));
        }
    }

    Answer send(HttpRequest.Builder request) throws NoAnswer {
        AtomicReference<@Nullable InputStream> open = new AtomicReference<>();
        CompletableFuture<HttpResponse<InputStream>> head = http.sendAsync(
                request.timeout(timeout).build(), BodyHandlers.ofInputStream());
        CompletableFuture<Answer> whole = head.thenApplyAsync(response -> {
            open.set(response.body());
            return new Answer(response.statusCode(), read(response.body()),
                    response.headers().firstValue("Location"));
        });
        try {
            return whole.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswer("timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted");
        } catch (ExecutionException e) {
            throw new NoAnswer(code(e.getCause()));
        } finally {
            head.cancel(true);
            close(open.get());
        }
    }

    private static String read(InputStream body) {
        try (body) {
            byte[] read = body.readNBytes(LONGEST_ANSWER + 1);
            return read.length > LONGEST_ANSWER ? "" : new String(read, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(@Nullable InputStream body) {
        if (body != null) {
            try {
                body.close();
            } catch (IOException e) {
                // It is closed all the same.
            }
        }
    }

    private static String code(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String code = switch (cause) {
                case HttpTimeoutException timeout -> "timeout";
                case ConnectException refused -> "no-connection";
                case SSLException tls -> "tls";
                default -> null;
            };
            if (code != null) {
                return code;
            }
        }
        return "bad-answer";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
