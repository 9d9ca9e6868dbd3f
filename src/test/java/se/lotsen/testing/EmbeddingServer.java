package se.lotsen.testing;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server of embeddings in OpenAI's protocol, on this machine. Its vectors are made of the texts' words, so that texts
 * with common words are alike and the same text always has the same vector. It can be told to fail.
 */
public final class EmbeddingServer implements AutoCloseable {
    /** The vectors' length. */
    public static final int DIMENSION = 64;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DisposableServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Fault fault = Fault.NONE;

    /** What goes wrong with every request from now on. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** The connection is closed without an answer. */
        DEAD,
        /** No answer ever comes. */
        SILENT,
        /** Too many requests. */
        STATUS_429,
        /** A fault inside the server, which repeats what it was asked. */
        STATUS_500,
        /** Vectors of half the length. */
        HALF_DIMENSION,
        /** One vector too few. */
        ONE_MISSING,
        /** A number that JSON does not know. */
        NAN,
        /** Numbers too large for a float. */
        INFINITE,
        /** Vectors without a direction. */
        ZERO,
        /** A page for people. */
        HTML,
        /** An answer without an end. */
        HUGE,
        /** The connection is closed in the middle of the answer. */
        CUT
    }

    /**
     * One request.
     *
     * @param inputType what it said of its texts, if anything
     * @param authorization the header, if there was one
     */
    public record Asked(List<String> texts, @Nullable String model, @Nullable String inputType,
            @Nullable String authorization) {
    }

    /** Listens on a free port. */
    public EmbeddingServer() {
        server = HttpServer.create().host("127.0.0.1").port(0)
                .route(routes -> routes.post("/v1/embeddings", this::answer)).bindNow();
    }

    /** With {@code /v1}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    /** From now on. */
    public void fail(Fault fault) {
        this.fault = fault;
    }

    /** Everything it was ever asked, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The vector of a text; of unit length. */
    public static float[] vector(String text) {
        double[] sum = new double[DIMENSION];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            SplittableRandom random = new SplittableRandom(word.hashCode());
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += random.nextDouble(-1, 1);
            }
        }
        double length = Math.sqrt(IntStream.range(0, DIMENSION).mapToDouble(i -> sum[i] * sum[i]).sum());
        float[] unit = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            unit[i] = (float) (sum[i] / length);
        }
        return unit;
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).defaultIfEmpty("{}")
                .flatMap(body -> {
                    JsonNode json = JSON.readTree(body);
                    List<String> texts = new ArrayList<>();
                    json.path("input").forEach(text -> texts.add(text.asString()));
                    asked.add(new Asked(texts, text(json, "model"), text(json, "input_type"),
                            request.requestHeaders().get("Authorization")));
                    return Mono.from(answer(texts, body, response));
                });
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.has(field) ? json.get(field).asString() : null;
    }

    private Publisher<Void> answer(List<String> texts, String body, HttpServerResponse response) {
        return switch (fault) {
            case SILENT -> Mono.never();
            case DEAD -> closed(response);
            case STATUS_429 -> response.status(429).sendString(Mono.just("{\"error\":\"slow down\"}"));
            case STATUS_500 -> response.status(500).sendString(Mono.just(body));
            case HTML -> response.header("Content-Type", "text/html")
                    .sendString(Mono.just("<html><body>Portal</body></html>"));
            case HUGE -> response.header("Content-Type", "application/json")
                    .sendString(Flux.<String>generate(sink -> sink.next("[" + "0.1,".repeat(10_000))));
            case CUT -> cut(list(texts).substring(0, 20), response);
            default -> response.header("Content-Type", "application/json").sendString(Mono.just(list(texts)));
        };
    }

    private static Mono<Void> closed(HttpServerResponse response) {
        return Mono.fromRunnable(() -> response.withConnection(connection -> connection.channel().close()));
    }

    /** Past the framework, which would not send less than it promised. */
    private static Mono<Void> cut(String begun, HttpServerResponse response) {
        String sent = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + begun;
        return Mono.fromRunnable(() -> response.withConnection(connection -> {
            ChannelHandlerContext past = connection.channel().pipeline().context("reactor.left.httpCodec");
            past.writeAndFlush(Unpooled.copiedBuffer(sent, StandardCharsets.UTF_8))
                    .addListener(ChannelFutureListener.CLOSE);
        }));
    }

    private String list(List<String> texts) {
        int count = fault == Fault.ONE_MISSING ? texts.size() - 1 : texts.size();
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"object\":\"embedding\",\"index\":" + i + ",\"embedding\":"
                        + numbers(texts.get(i)) + "}")
                .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[",
                        "],\"model\":\"hashes\",\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}"));
    }

    private String numbers(String text) {
        float[] vector = vector(text);
        int length = fault == Fault.HALF_DIMENSION ? DIMENSION / 2 : DIMENSION;
        return IntStream.range(0, length).mapToObj(i -> switch (fault) {
            case NAN -> "NaN";
            case INFINITE -> "1e999";
            case ZERO -> "0.0";
            default -> Float.toString(vector[i]);
        }).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
