package se.lotsen.testing;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * A plain reverse proxy before several services, as nginx is with its defaults: by turns, no sticky sessions, nothing buffered.
 * Where nobody listens the next one is asked; a request that was sent is repeated for GET only. Without anybody: 502.
 */
public final class ReverseProxy implements AutoCloseable {
    private static final Set<String> OWN = Set.of("connection", "keep-alive", "transfer-encoding", "upgrade",
            "content-length");
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ConnectionProvider connections = ConnectionProvider.builder("proxy").maxConnections(2_000)
            .pendingAcquireMaxCount(-1).build();
    private final HttpClient client = HttpClient.create(connections).disableRetry(true);
    private final DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle(this::pass)
            .bindNow();

    /** Sends to these ports of this machine from now on. */
    public void to(List<Integer> services) {
        ports.clear();
        ports.addAll(services);
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    private Mono<Void> pass(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0])
                .flatMap(
                        body -> pass(request, response, body, List.copyOf(ports), turn.getAndIncrement(), 0));
    }

    private Mono<Void> pass(HttpServerRequest request, HttpServerResponse response, byte[] body,
            List<Integer> services, int first, int attempt) {
        if (attempt >= services.size()) {
            return response.status(502).send();
        }
        int port = services.get(Math.floorMod(first + attempt, services.size()));
        AtomicBoolean begun = new AtomicBoolean();
        return client.headers(sent -> copy(request, sent, body))
                .request(request.method())
                .uri("http://127.0.0.1:" + port + request.uri())
                .send(ByteBufFlux.fromInbound(Mono.just(body)))
                .response((answer, content) -> {
                    begun.set(true);
                    return answer(response, answer, content);
                })
                .then()
                .onErrorResume(fault -> !begun.get(), fault -> isRepeated(request, fault)
                        ? pass(request, response, body, services, first, attempt + 1)
                        : response.status(502).send());
    }

    private static boolean isRepeated(HttpServerRequest request, Throwable fault) {
        return fault instanceof ConnectException
                || request.method().name().equals("GET") && (fault instanceof PrematureCloseException
                        || fault instanceof java.io.IOException);
    }

    private static void copy(HttpServerRequest request, HttpHeaders sent, byte[] body) {
        request.requestHeaders().forEach(header -> {
            if (!OWN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                sent.add(header.getKey(), header.getValue());
            }
        });
        sent.set("Content-Length", body.length);
        sent.set("X-Forwarded-For", "127.0.0.1").set("X-Forwarded-Proto", "http");
    }

    private static Mono<Void> answer(HttpServerResponse response, HttpClientResponse answer,
            ByteBufFlux content) {
        response.status(answer.status());
        answer.responseHeaders().forEach(header -> {
            if (!Set.of("connection", "transfer-encoding", "keep-alive")
                    .contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                response.addHeader(header.getKey(), header.getValue());
            }
        });
        return response.send(content.retain(), buffer -> true).then();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(1));
        connections.dispose();
    }
}
