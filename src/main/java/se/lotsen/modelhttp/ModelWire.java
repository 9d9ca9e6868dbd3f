package se.lotsen.modelhttp;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What requests to one backend share: its kept connections and the timer of their deadlines. HTTP/1.1 only, as local
 * model servers stumble over an offered upgrade; follows no redirect, so that what is asked goes nowhere else. Safe for
 * concurrent use.
 */
public final class ModelWire implements AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("model-wire-", 0).factory());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("model-deadlines").factory());
    private final HttpClient connections;

    /** @param connecting how long a connection may take to come about; above zero */
    public ModelWire(Duration connecting) {
        timer.setRemoveOnCancelPolicy(true);
        connections = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(connecting).executor(threads)
                .build();
    }

    /** A client of its own for one call, or for all calls with the same limits. */
    public ModelHttpClient client(WireLimits limits) {
        return client(limits, Map.of());
    }

    /** @param headers that every request of this client carries besides, such as a trace's */
    public ModelHttpClient client(WireLimits limits, Map<String, String> headers) {
        return new ModelHttpClient(this, limits, headers);
    }

    /** Breaks off whatever is under way and gives the connections back. */
    @Override
    public void close() {
        connections.shutdownNow();
        timer.shutdownNow();
        threads.shutdownNow();
    }

    HttpClient connections() {
        return connections;
    }

    void inBackground(Runnable work) {
        threads.execute(work);
    }

    ScheduledFuture<?> after(Duration delay, Runnable work) {
        return timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
