package se.lotsen.testing.model;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import se.lotsen.testing.model.ReceivedCall.End;
import tools.jackson.databind.JsonNode;

/**
 * A model behind a real wire on this machine: speaks the providers' protocols, says what its {@link Behaviour} tells it,
 * and remembers what it was sent.
 */
public final class ModelServer implements AutoCloseable {
    private final DisposableServer server;
    private final List<ReceivedCall> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Behaviour behaviour;
    private volatile boolean remembering = true;

    private ModelServer(Behaviour behaviour, int port) {
        this.behaviour = behaviour;
        this.server = HttpServer.create().host("127.0.0.1").port(port).handle(this::handle).bindNow();
    }

    public static ModelServer start(Behaviour behaviour) {
        return new ModelServer(behaviour, 0);
    }

    /** On a port of the caller's. */
    static ModelServer start(Behaviour behaviour, int port) {
        return new ModelServer(behaviour, port);
    }

    /** From the next request on. */
    public void behave(Behaviour other) {
        behaviour = other;
    }

    /** The address that a client of this protocol is configured with. */
    public String baseUrl(Wire wire) {
        return "http://127.0.0.1:" + server.port() + wire.base();
    }

    public int port() {
        return server.port();
    }

    /** Every request since the start, or since {@link #forget}, in order; none while only counting. */
    public List<ReceivedCall> calls() {
        return List.copyOf(calls);
    }

    /** How many requests came since the start, or since {@link #forget}. */
    public int count() {
        return count.get();
    }

    /** Forgets the requests so far. */
    public void forget() {
        calls.clear();
        count.set(0);
    }

    /** For runs so long that the requests would fill the memory. */
    public void onlyCount() {
        remembering = false;
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(1));
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).defaultIfEmpty("")
                .flatMap(body -> Mono.from(answer(request, response, body)));
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response, String body) {
        Wire wire = Wire.of(request.uri());
        JsonNode json = Protocol.JSON.readTree(body);
        ModelRequest asked = new ModelRequest(wire, wire.protocol().system(json), wire.protocol().user(json));
        ReceivedCall call = new ReceivedCall(asked, request.version().text(), request.uri(), headers(request),
                body);
        count.incrementAndGet();
        if (remembering) {
            calls.add(call);
        }
        request.withConnection(connection -> connection.channel().closeFuture()
                .addListener(closed -> call.ended(End.CLOSED)));
        Script script = behaviour.answer(asked);
        response.status(script.status());
        script.headers().forEach(response::header);
        boolean stream = wire.protocol().isStream(request.uri(), json);
        if (script.raw() != null || !stream) {
            String whole = script.raw() != null ? script.raw() : wire.protocol().whole(script.text());
            return sent(call, response.sendString(Mono.just(whole)));
        }
        return sent(call, response.header("Content-Type", wire.protocol().contentType())
                .send(frames(wire.protocol(), script, response), frame -> true));
    }

    private static Mono<Void> sent(ReceivedCall call, Publisher<Void> sending) {
        return Mono.from(sending).doOnSuccess(done -> call.ended(End.SENT));
    }

    private static Flux<ByteBuf> frames(Protocol protocol, Script script, HttpServerResponse response) {
        return Flux.fromIterable(script.parts()).index()
                .concatMap(part -> later(part.getT2().delay(),
                        (part.getT1() == 0 ? protocol.begin() : "") + protocol.part(part.getT2().text())))
                .concatWith(ending(protocol, script, response));
    }

    private static Mono<ByteBuf> later(Duration delay, String frame) {
        return delay.isZero() ? Mono.just(bytes(frame)) : Mono.delay(delay).map(passed -> bytes(frame));
    }

    private static Flux<ByteBuf> ending(Protocol protocol, Script script, HttpServerResponse response) {
        return switch (script.ending()) {
            case COMPLETE -> Flux.just(bytes(protocol.end("stop")));
            case LENGTH -> Flux.just(bytes(protocol.end("length")));
            case NO_END_MARK -> Flux.empty();
            case STALL -> Flux.never();
            case CUT -> closed(response, false);
            case RESET -> closed(response, true);
            case BROKEN_JSON -> Flux.just(bytes(protocol.broken() + protocol.end("stop")));
            case HALF_CHARACTER -> Flux.just(half(protocol));
            case FLOOD -> Flux.generate((SynchronousSink<ByteBuf> sink) -> sink
                    .next(bytes(protocol.part(script.parts().getLast().text()))));
        };
    }

    /** In the middle of the stream; with a reset, what the client has not read yet is lost with it. */
    private static Flux<ByteBuf> closed(HttpServerResponse response, boolean reset) {
        return Mono.<ByteBuf>never().doOnSubscribe(reached -> response.withConnection(connection -> {
            if (reset) {
                connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            }
            connection.channel().close();
        })).flux();
    }

    private static ByteBuf half(Protocol protocol) {
        byte[] whole = protocol.part("å").getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (whole[at] != (byte) 0xC3) {
            at++;
        }
        return Unpooled.wrappedBuffer(Arrays.copyOf(whole, at + 1));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.requestHeaders()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }
}
