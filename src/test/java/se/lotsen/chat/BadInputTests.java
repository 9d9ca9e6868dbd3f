package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.RawHttp;
import se.lotsen.testing.RawHttp.Answer;
import se.lotsen.testing.ServiceTest;

/** Whatever is sent, the service refuses it in order and goes on answering others. */
@ServiceTest
class BadInputTests {
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final int RANDOM_REQUESTS = 10_000;
    private static final int PATIENCE_MILLIS = 30_000;
    /** Requests that are random bytes may leave the service waiting for more. */
    private static final int SHORT_PATIENCE_MILLIS = 1_000;
    /** In every question that is sent here; it must not turn up in the log. */
    private static final String CANARY = "kvistsalamander";

    @LocalServerPort
    private int port;

    private ChatClient client;
    private RawHttp raw;
    private Talk talk;
    private LogCapture log;

    @BeforeEach
    void connect() {
        client = new ChatClient(port);
        raw = new RawHttp(port);
        talk = client.start();
        log = new LogCapture();
    }

    @AfterEach
    void nothingFailedAndTheServiceStillAnswers() {
        log.close();
        assertThat(log.errors()).isEmpty();
        assertThat(log.lines()).noneMatch(line -> line.contains(CANARY));
        assertThat(client.ask(client.start(), "vad kostar förskolan").getLast().data().required("kind")
                .asString())
                .isEqualTo("answered");
    }

    static Stream<byte[]> bodies() {
        return Stream.of(utf8(""), utf8(" "), utf8("{"), utf8("{}"), utf8("[]"), utf8("null"),
                utf8("\"hej\""),
                utf8("5"), utf8("true"), utf8("{\"question\":null}"), utf8("{\"question\":5}"),
                utf8("{\"question\":1e999999}"), utf8("{\"question\":true}"),
                utf8("{\"question\":[\"hej\"]}"),
                utf8("{\"question\":{\"question\":\"hej\"}}"), utf8("[{\"question\":\"hej\"}]"),
                utf8("{\"question\":\"hej\"} x"), utf8("{\"question\":\"hej\""), utf8("{'question':'hej'}"),
                utf8("{\"question\":\"\"}"), utf8("{\"question\":\"\\u0000\\u0007\\u001b\"}"),
                utf8("{\"question\":\"\u200b\u200d\u2060\ufeff\u00ad\"}"), utf8("{\"question\":\"\\ud800\"}"),
                utf8("{\"question\":\"\\udc00\\ud800\"}"),
                utf8("{\"question\":\"" + "a".repeat(1001) + "\"}"),
                utf8("{\"question\":\"hej\",\"question\":7}"), utf8("[".repeat(100_000)),
                utf8("{\"question\":" + "[".repeat(10_000)), utf8("{\"a\":".repeat(2_000)),
                bytes("{\"question\":\"f", 0xe5, "r\"}"), bytes("{\"question\":\"", 0xc0, 0xaf, "\"}"),
                bytes("{\"question\":\"", 0xed, 0xa0, 0x80, "\"}"),
                bytes(0x00, 0xff, 0x1f, 0x8b, 0x08, 0xde, 0xad),
                bytes(0xff, 0xfe, "{", 0, "}", 0), new byte[10_000_000],
                utf8("{\"question\":\"" + "å".repeat(5_000_000) + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNoQuestionIsRefused(byte[] body) throws IOException {
        assertRefused(
                raw.send(request("POST " + talk.path("/questions"), Map.of(), body), PATIENCE_MILLIS, false));
        assertThat(client.transcript(talk)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "true", "{\"helpful\":null}", "{\"helpful\":\"ja\"}",
            "{\"helpful\":\"true\"}", "{\"helpful\":1}", "{\"helpful\":[true]}", "{\"helpful\":{}}",
            "{\"helpful\":true,\"comment\":5}", "{\"helpful\":true,\"comment\":{}}", "{\"helpful\":tru"})
    void feedbackOfTheWrongFormIsRefused(String body) throws IOException {
        client.ask(talk, "vad kostar förskolan");
        assertRefused(raw.send(request("POST " + talk.path("/answers/1/feedback"), Map.of(), utf8(body)),
                PATIENCE_MILLIS, false));
    }

    static Stream<Map<String, String>> headers() {
        return Stream.of(Map.of("Content-Type", "text/plain"), Map.of("Content-Type", "garbage"),
                Map.of("Content-Type", "application/json; charset=\"klingon\""), Map.of("Content-Type", ""),
                Map.of("Content-Type", "multipart/form-data"),
                Map.of("Content-Type", "application/x-www-form-urlencoded"), Map.of("Accept", "text/html"),
                Map.of("Accept", "garbage"), Map.of("Accept", "image/png, ;q=2"),
                Map.of("Idempotency-Key", ""),
                Map.of("Idempotency-Key", "1"), Map.of("Idempotency-Key", "x".repeat(7000)),
                Map.of("X-Conversation-Token", "x".repeat(7000)), Map.of("X-Conversation-Token", "å\u0001"),
                Map.of("Content-Encoding", "gzip", "Content-Type", "application/gzip"),
                Map.of("X-Large", "x".repeat(100_000)), Map.of("X-" + "y".repeat(20_000), "1"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aHeaderThatCannotBeUsedIsRefused(Map<String, String> headers) throws IOException {
        assertRefused(raw.send(request("POST " + talk.path("/questions"), headers,
                utf8(ChatClient.body("hej " + CANARY))), PATIENCE_MILLIS, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "9999999999999999999999999", "0x1", "1 2", "\u0662",
            "1;drop table event"})
    void aLastEventIdThatIsNoNumberIsRefused(String lastEventId) throws IOException {
        assertRefused(raw.send(request("GET " + talk.path("/events"), Map.of("Last-Event-ID", lastEventId),
                new byte[0]), PATIENCE_MILLIS, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /api/conversations", "DELETE /api/conversations", "GET /api/conversations",
            "TRACE /api/conversations", "BREW /api/conversations", "PATCH /api/conversations/1",
            "GET /api/conversations/1", "GET /api/conversations/1-1-1-1-1", "GET /api/conversations/%00",
            "GET /api/conversations/%2e%2e%2f%2e%2e", "GET /api/conversations/%zz",
            "GET /api/../../etc/passwd",
            "POST /api/conversations/x/questions", "GET /api/conversations//events", "GET /api", "GET /api/",
            "GET /api/conversations/\u00e5", "POST /api/docs", "GET /api/docs/x"})
    void anAddressOrMethodThatIsNotThereIsRefused(String line) throws IOException {
        Answer answer = raw.send(request(line, Map.of(), utf8("")), PATIENCE_MILLIS, false);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertNoInsides(answer);
    }

    @Test
    void aHalfClosedConnectionHarmsNobody() throws IOException {
        byte[] whole = request("POST " + talk.path("/questions"), Map.of(), utf8(ChatClient.body("hej")));
        for (int cut : List.of(0, 1, 5, whole.length / 2, whole.length - 1, whole.length)) {
            Answer answer = raw.send(java.util.Arrays.copyOf(whole, cut), SHORT_PATIENCE_MILLIS, true);
            assertThat(answer.status()).as("cut after %d", cut).isLessThan(500);
        }
        raw.send(request("GET " + talk.path("/events"), Map.of(), new byte[0]), SHORT_PATIENCE_MILLIS, true);
    }

    @Test
    @Timeout(300)
    void tenThousandRandomRequestsAreAnsweredWithoutAFault() throws Exception {
        Random random = new Random(SEED);
        client.ask(talk, "vad kostar förskolan");
        List<Future<Answer>> answers = new ArrayList<>();
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < RANDOM_REQUESTS; i++) {
                RandomRequest request = RandomRequest.next(random, talk, CANARY);
                answers.add(senders.submit(() -> raw.send(request.bytes(),
                        request.isHttp() ? PATIENCE_MILLIS : SHORT_PATIENCE_MILLIS, !request.isHttp())));
            }
        }
        int answered = 0;
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).as("lotsen.seed=%d: %s", SEED, answer.get().text())
                    .isLessThan(500);
            assertNoInsides(answer.get());
            answered += answer.get().status() > 0 ? 1 : 0;
        }
        assertThat(answered).as("lotsen.seed=%d: requests that reached the service", SEED)
                .isGreaterThan(RANDOM_REQUESTS / 2);
    }

    /** A problem detail; what is refused before it is an HTTP request has no body at all. */
    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertNoInsides(answer);
        if (!answer.header("content-length").equals("0")) {
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("\"type\":\"/problems/");
        } else {
            assertThat(answer.status()).as(answer.text()).isIn(400, 413, 431);
        }
    }

    private static void assertNoInsides(Answer answer) {
        assertThat(answer.text()).doesNotContain("\tat ", "Exception", "org.springframework", "se.lotsen");
    }

    private byte[] request(String line, Map<String, String> more, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>(talk.headers(UUID.randomUUID().toString()));
        headers.putAll(more);
        StringBuilder head = new StringBuilder(
                line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(utf8(head.toString()));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer single) {
                bytes.write(single);
            } else {
                bytes.writeBytes(utf8((String) part));
            }
        }
        return bytes.toByteArray();
    }
}
