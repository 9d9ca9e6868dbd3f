package se.lotsen.chat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Publisher;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Writes a stream of events on the thread of its connection, until the service stops. Reactor Netty joins what belongs to one event by
 * {@code Flux.concat}, which loses a demand when two threads ask it at the same moment: the stream then stands still for
 * ever, once in some thousand answers of a service that has just started. On one thread there are no two. ADR 0024.
 */
@Component
@ConditionalOnWebApplication
class ConnectionThread implements WebFilter {
    /** Events in hand of each stream: most are idle, and a queue of the usual 256 costs each of them two kilobytes. */
    static final int FEW = 8;
    private final OpenStreams streams;

    ConnectionThread(OpenStreams streams) {
        this.streams = streams;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpResponse response = new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> writeAndFlushWith(
                    Publisher<? extends Publisher<? extends DataBuffer>> events) {
                return super.writeAndFlushWith(streams.untilStop(exchange.getRequest(), getDelegate(), events)
                        .publishOn(of(getDelegate()), FEW));
            }
        };
        return chain.filter(exchange.mutate().response(response).build());
    }

    private static Scheduler of(ServerHttpResponse response) {
        AtomicReference<Scheduler> thread = new AtomicReference<>();
        ServerHttpResponseDecorator.<HttpServerResponse>getNativeResponse(response)
                .withConnection(connection -> thread
                        .set(Schedulers.fromExecutor(connection.channel().eventLoop())));
        return Objects.requireNonNull(thread.get());
    }
}
