package se.lotsen.modelhttp;

import dev.langchain4j.http.client.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One request and its answer, which another thread may stop at any moment. */
final class Exchange implements AutoCloseable {
    private final ModelWire wire;
    private final WireLimits limits;
    private final Map<String, String> headers;
    private final AtomicReference<@Nullable WireFault> fault = new AtomicReference<>();
    private final Future<?> firstDeadline;
    private final Future<?> wholeDeadline;
    private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> head;
    private volatile @Nullable InputStream body;

    Exchange(ModelWire wire, WireLimits limits, Map<String, String> headers) {
        this.wire = wire;
        this.limits = limits;
        this.headers = headers;
        this.firstDeadline = deadline(limits.firstByte(), "nothing came within ");
        this.wholeDeadline = deadline(limits.whole(), "no whole answer within ");
    }

    private Future<?> deadline(Duration delay, String message) {
        return wire.after(delay,
                () -> stop(new WireFault(WireFault.Reason.TIMEOUT, message + delay.toMillis() + " ms")));
    }

    /** Waits for the head; the body is read through {@link #body()}. */
    HttpResponse<InputStream> send(HttpRequest request) {
        CompletableFuture<HttpResponse<InputStream>> sending = wire.connections().sendAsync(outgoing(request),
                BodyHandlers.ofInputStream());
        head = sending;
        breakOffIfStopped();
        try {
            HttpResponse<InputStream> response = sending.get();
            body = response.body();
            breakOffIfStopped();
            return response;
        } catch (InterruptedException e) {
            stop(new WireFault(WireFault.Reason.CANCELLED, "interrupted"));
            Thread.currentThread().interrupt();
            throw fault(e);
        } catch (CancellationException | ExecutionException e) {
            throw fault(e);
        }
    }

    /** The answer's bytes within the limits; reading fails as soon as the exchange is stopped. */
    InputStream body(HttpResponse<InputStream> response) {
        boolean events = response.headers().firstValue("content-type").orElse("")
                .startsWith("text/event-stream");
        return new BoundedStream(response.body(), limits, events, () -> firstDeadline.cancel(false), this);
    }

    private java.net.http.HttpRequest outgoing(HttpRequest request) {
        if (!request.formDataFields().isEmpty() || !request.formDataFiles().isEmpty()) {
            throw new UnsupportedOperationException("the wire to models carries no forms");
        }
        var outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        headers.forEach(outgoing::setHeader);
        String text = request.body();
        return outgoing.method(request.method().name(),
                text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text)).build();
    }

    /** The first reason stands; the connection is closed. */
    void stop(WireFault why) {
        if (fault.compareAndSet(null, why)) {
            breakOff();
        }
    }

    boolean stopped() {
        return fault.get() != null;
    }

    /** Why it was stopped, or else what the thrown fault means. */
    WireFault fault(Throwable thrown) {
        WireFault known = fault.get();
        return known == null ? WireFault.of(thrown) : known;
    }

    private void breakOffIfStopped() {
        if (stopped()) {
            breakOff();
        }
    }

    private void breakOff() {
        CompletableFuture<HttpResponse<InputStream>> sending = head;
        if (sending != null) {
            sending.cancel(true);
        }
        InputStream reading = body;
        if (reading != null) {
            closed(reading);
        }
    }

    /** After the last byte a connection is kept for the next request; before it, it is closed. */
    @Override
    public void close() {
        firstDeadline.cancel(false);
        wholeDeadline.cancel(false);
        InputStream reading = body;
        if (reading != null) {
            closed(reading);
        }
    }

    private static void closed(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
