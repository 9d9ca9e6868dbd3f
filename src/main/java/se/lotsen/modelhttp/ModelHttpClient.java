package se.lotsen.modelhttp;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP that LangChain4j's models are given. Whatever it does ends within its limits, and {@link #close()} ends it at
 * once, from any thread, also before the first byte, which LangChain4j's own handle cannot do (its issue 6304). A stream
 * is read on a thread of its own and ends in exactly one of {@code onClose} and {@code onError}. Bytes that are no UTF-8
 * become U+FFFD. Another status than 2xx is a {@link ServerRefusal} with the beginning of the server's text, which may
 * repeat what was asked and is not to be logged; everything else that goes wrong is a {@link WireFault}.
 *
 * <p>
 * Safe for concurrent use. Take one for each call that may have to be cancelled alone; the connections belong to the
 * {@link ModelWire} and are kept.
 */
public final class ModelHttpClient implements HttpClient, AutoCloseable {
    private static final int REFUSAL_BYTES = 2_000;

    private final ModelWire wire;
    private final WireLimits limits;
    private final Map<String, String> headers;
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile Runnable afterStream = () -> {
    };

    ModelHttpClient(ModelWire wire, WireLimits limits, Map<String, String> headers) {
        this.wire = wire;
        this.limits = limits;
        this.headers = Map.copyOf(headers);
    }

    /** For a model's builder: it is given this very client. The timeouts that a model sets are ignored. */
    public HttpClientBuilder asBuilder() {
        return new GivenClient(this, limits);
    }

    /**
     * Runs after every stream, whatever became of it. Some of LangChain4j's models tell nobody when a stream ends without
     * its end mark.
     */
    public void afterStream(Runnable task) {
        afterStream = task;
    }

    /** Cancels what is under way and refuses whatever comes later; both as {@link WireFault.Reason#CANCELLED}. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(exchange -> exchange.stop(cancelled()));
    }

    private static WireFault cancelled() {
        return new WireFault(WireFault.Reason.CANCELLED, "cancelled");
    }

    private Exchange begin() {
        Exchange exchange;
        try {
            exchange = new Exchange(wire, limits, headers);
        } catch (RejectedExecutionException e) {
            throw new WireFault(WireFault.Reason.CANCELLED, "the wire is closed");
        }
        underWay.add(exchange);
        if (closed) {
            exchange.stop(cancelled());
        }
        return exchange;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Exchange exchange = begin();
        try (exchange) {
            HttpResponse<InputStream> response = exchange.send(request);
            InputStream body = exchange.body(response);
            refuseUnlessSuccessful(response, body);
            return successful(response, body.readAllBytes());
        } catch (IOException e) {
            throw exchange.fault(e);
        } finally {
            underWay.remove(exchange);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Exchange exchange = begin();
        wire.inBackground(() -> stream(exchange, request, parser, new SingleEnding(listener, exchange)));
    }

    private void stream(Exchange exchange, HttpRequest request, ServerSentEventParser parser,
            ServerSentEventListener listener) {
        try (exchange) {
            HttpResponse<InputStream> response = exchange.send(request);
            InputStream body = exchange.body(response);
            refuseUnlessSuccessful(response, body);
            listener.onOpen(successful(response, null));
            parser.parse(body, listener);
            listener.onClose();
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        } finally {
            underWay.remove(exchange);
            afterStream.run();
        }
    }

    private static void refuseUnlessSuccessful(HttpResponse<InputStream> response, InputStream body)
            throws IOException {
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw new ServerRefusal(status,
                    new String(body.readNBytes(REFUSAL_BYTES), StandardCharsets.UTF_8),
                    response.headers());
        }
    }

    private static SuccessfulHttpResponse successful(HttpResponse<InputStream> response,
            byte @Nullable [] body) {
        return SuccessfulHttpResponse.builder().statusCode(response.statusCode())
                .headers(response.headers().map()).body(body).build();
    }
}
