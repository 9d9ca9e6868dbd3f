package se.lotsen.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks the chat API over HTTP as the widget does, and keeps every byte of what it is sent. */
public final class ChatClient {
    /** The header that opens a conversation. */
    public static final String TOKEN = "X-Conversation-Token";
    /** The header that names a write. */
    public static final String KEY = "Idempotency-Key";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI service;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Speaks to the service on this port of this machine. */
    public ChatClient(int port) {
        this.service = URI.create("http://127.0.0.1:" + port);
    }

    /** A conversation that this program has begun. */
    public record Talk(String id, String token) {
        /** The conversation's address with something behind it. */
        public String path(String rest) {
            return "/api/conversations/" + id + rest;
        }

        /** The headers of one write under this key. */
        public Map<String, String> headers(String key) {
            return Map.of(TOKEN, token, KEY, key, "Content-Type", "application/json");
        }
    }

    /** A key that nobody has used. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** Begins a conversation. */
    public Talk start() {
        HttpResponse<String> answer = post("/api/conversations", Map.of(KEY, newKey()), "");
        JsonNode started = JSON.readTree(answer.body());
        return new Talk(started.required("id").asString(), started.required("token").asString());
    }

    /** Asks and reads the stream to its end. */
    public List<Frame> ask(Talk talk, String question) {
        return ask(talk, newKey(), question);
    }

    /** Asks under a key and reads the stream to its end. */
    public List<Frame> ask(Talk talk, String key, String question) {
        HttpResponse<String> answer = post(talk.path("/questions"), talk.headers(key), body(question));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return frames(answer.body());
    }

    /** The body of a question. */
    public static String body(String question) {
        return JSON.writeValueAsString(Map.of("question", question));
    }

    /** The conversation's events after an id, until one that satisfies the condition; then the connection is cut. */
    public List<Frame> events(Talk talk, long after, Predicate<Frame> last) {
        HttpRequest request = request(talk.path("/events"),
                Map.of(TOKEN, talk.token(), "Last-Event-ID", Long.toString(after))).GET().build();
        HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
        return until(answer.body(), last);
    }

    /** Reads frames until one satisfies the condition or the stream ends, and cuts the connection. */
    public static List<Frame> until(InputStream stream, Predicate<Frame> last) {
        List<Frame> frames = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (stream) {
            int before = 0;
            for (int b = stream.read(); b >= 0; b = stream.read()) {
                bytes.write(b);
                if (b == '\n' && before == '\n') {
                    for (Frame frame : frames(bytes.toString(StandardCharsets.UTF_8))) {
                        frames.add(frame);
                        if (last.test(frame)) {
                            return frames;
                        }
                    }
                    bytes.reset();
                }
                before = b;
            }
            return frames;
        } catch (IOException e) {
            // A killed service: what came before is what counts.
            return frames;
        }
    }

    /** Begins to ask, without waiting for anything but the head of the answer. */
    public HttpResponse<InputStream> begin(Talk talk, String key, String question) {
        return send(request(talk.path("/questions"), talk.headers(key))
                .POST(BodyPublishers.ofString(body(question))).build(), BodyHandlers.ofInputStream());
    }

    /** The transcript's events. */
    public JsonNode transcript(Talk talk) {
        return JSON.readTree(get(talk.path(""), Map.of(TOKEN, talk.token())).body()).required("events");
    }

    /** One POST. */
    public HttpResponse<String> post(String path, Map<String, String> headers, String body) {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    /** One GET. */
    public HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET().build(), BodyHandlers.ofString());
    }

    /** Anything else. */
    public HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    /** Sends and waits for the head of the answer. */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.sendAsync(request, body).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        } catch (TimeoutException e) {
            throw new AssertionError("no whole answer within " + PATIENCE + " to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The frames of a whole stream; comments that keep it open are no frames. */
    public static List<Frame> frames(String stream) {
        List<Frame> frames = new ArrayList<>();
        for (String frame : stream.split("(?<=\n\n)")) {
            if (!frame.isBlank() && !frame.startsWith(":")) {
                frames.add(new Frame(frame));
            }
        }
        return frames;
    }
}
