package se.lotsen.modelhttp;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes down what a stream says, in order. */
final class HeardEvents implements ServerSentEventListener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final List<String> endings = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Consumer<ServerSentEventContext> onEvent;

    HeardEvents() {
        this(context -> {
        });
    }

    HeardEvents(Consumer<ServerSentEventContext> onEvent) {
        this.onEvent = onEvent;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        events.add("open");
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        events.add(event.data());
        onEvent.accept(context);
    }

    @Override
    public void onError(Throwable throwable) {
        errors.add(throwable);
        endings.add("error");
        ended.countDown();
    }

    @Override
    public void onClose() {
        endings.add("close");
        ended.countDown();
    }

    String next() throws InterruptedException {
        return events.poll(10, TimeUnit.SECONDS);
    }

    /** After the end. */
    List<String> endings() throws InterruptedException {
        if (!ended.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the stream did not end");
        }
        return endings;
    }

    /** After the end. */
    Throwable error() throws InterruptedException {
        endings();
        return errors.getFirst();
    }

    /** After the end. */
    WireFault.Reason reason() throws InterruptedException {
        return ((WireFault) error()).reason();
    }
}
