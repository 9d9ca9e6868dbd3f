package se.lotsen.testing.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request as it came over the wire, and what became of its answer. */
public final class ReceivedCall {
    private final ModelRequest request;
    private final String version;
    private final String path;
    private final Map<String, String> headers;
    private final String body;
    private final long arrived = System.nanoTime();
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private volatile long ended;

    /** How an answer ended, as the server saw it. */
    public enum End {
        /** The script was sent to its end. */
        SENT,
        /** The connection was closed before that: by the client, unless the script cuts it. */
        CLOSED
    }

    ReceivedCall(ModelRequest request, String version, String path, Map<String, String> headers,
            String body) {
        this.request = request;
        this.version = version;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    public ModelRequest request() {
        return request;
    }

    /** Such as {@code HTTP/1.1}. */
    public String version() {
        return version;
    }

    /** With the query. */
    public String path() {
        return path;
    }

    /** By their lower-case names. */
    public Map<String, String> headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String body() {
        return body;
    }

    /** Everything that came over the wire, for looking for what must not be there. */
    public String everything() {
        return path + "\n" + headers + "\n" + body;
    }

    void ended(End how) {
        if (!end.isDone()) {
            ended = System.nanoTime();
            end.complete(how);
        }
    }

    /** Waits for the answer's end. */
    public End end(Duration within) {
        try {
            return end.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the call has no end within " + within, e);
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the request to the end of its answer. */
    public Duration duration() {
        return Duration.ofNanos(ended - arrived);
    }
}
