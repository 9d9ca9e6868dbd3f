package se.lotsen.modelhttp;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a stream exactly once. LangChain4j's parsers report a broken connection and then return as if the stream had
 * ended; and what they have read already they would hand on after a cancellation.
 */
final class SingleEnding implements ServerSentEventListener {
    private final ServerSentEventListener listener;
    private final Exchange exchange;
    private final AtomicBoolean ended = new AtomicBoolean();

    SingleEnding(ServerSentEventListener listener, Exchange exchange) {
        this.listener = listener;
        this.exchange = exchange;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        listener.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        if (!ended.get() && !exchange.stopped()) {
            listener.onEvent(event, context);
        }
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        if (!ended.get() && !exchange.stopped()) {
            listener.onEvent(event);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        if (ended.compareAndSet(false, true)) {
            listener.onError(thrown instanceof dev.langchain4j.exception.HttpException
                    ? thrown
                    : exchange.fault(thrown));
        }
    }

    @Override
    public void onClose() {
        if (exchange.stopped()) {
            onError(new java.io.IOException("stopped"));
        } else if (ended.compareAndSet(false, true)) {
            listener.onClose();
        }
    }
}
