package se.lotsen.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends the streams of events when the service stops, before its server waits for what is open: at once those that only follow,
 * after {@link #FINISHING} an answer that has no end yet. The last event of each is {@code resume}, passing, without an id: the
 * same stream goes on after the last id with whoever takes over, another process or the next start of this one.
 */
public final class OpenStreams implements SmartLifecycle {
    /** An answer that waits for a model no more needs milliseconds. */
    static final Duration FINISHING = Duration.ofSeconds(3);
    private static final byte[] RESUME = "event:resume\ndata:{}\n\n".getBytes(StandardCharsets.UTF_8);
    private volatile Sinks.Empty<Void> stop = Sinks.empty();
    private volatile boolean running;

    /** Made anew at each start: a context that was stopped may be started again. */
    @Override
    public void start() {
        stop = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stop.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server stops to listen. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    /** The same events, until the service stops. */
    Flux<Publisher<? extends DataBuffer>> untilStop(ServerHttpRequest request, ServerHttpResponse response,
            Publisher<? extends Publisher<? extends DataBuffer>> events) {
        AtomicBoolean ended = new AtomicBoolean();
        Mono<Void> last = request.getMethod() == HttpMethod.GET
                ? stop.asMono()
                : stop.asMono().then(Mono.delay(FINISHING)).then();
        Flux<Publisher<? extends DataBuffer>> before = Flux.<Publisher<? extends DataBuffer>>from(events)
                .doOnComplete(() -> ended.set(true)).takeUntilOther(last);
        Flux<Publisher<? extends DataBuffer>> hint = Flux.defer(() -> ended.get()
                ? Flux.empty()
                : Flux.just(Mono.fromSupplier(() -> response.bufferFactory().wrap(RESUME.clone()))));
        return Flux.concat(List.of(before, hint));
    }
}
