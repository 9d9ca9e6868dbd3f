package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ConnectionThreadTests {
    private static final int EVENTS = 50;
    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    /** Events from a thread of their own; notes on which threads each is written. */
    private final WebHandler streaming = exchange -> {
        var buffers = exchange.getResponse().bufferFactory();
        return exchange.getResponse().writeAndFlushWith(Flux.range(0, EVENTS)
                .publishOn(Schedulers.boundedElastic())
                .map(event -> Mono.just(buffers.wrap("data:x\n\n".getBytes()))
                        .doOnSubscribe(subscription -> threads.add(Thread.currentThread().getName()))));
    };

    @Test
    void everyEventIsWrittenOnTheThreadOfItsConnection() {
        assertThat(written(
                WebHttpHandlerBuilder.webHandler(streaming).filter(new ConnectionThread(new OpenStreams()))))
                .hasSize(EVENTS * "data:x\n\n".length());
        assertThat(threads).hasSize(1).first().asString().startsWith("reactor-http");
    }

    private String written(WebHttpHandlerBuilder service) {
        DisposableServer server = HttpServer.create().host("127.0.0.1").port(0)
                .handle(new ReactorHttpHandlerAdapter(service.build())).bindNow();
        try {
            return WebClient.builder().clientConnector(new ReactorClientHttpConnector())
                    .baseUrl("http://127.0.0.1:" + server.port()).build()
                    .get().retrieve().bodyToMono(String.class).block(Duration.ofSeconds(20));
        } finally {
            server.disposeNow();
        }
    }
}
