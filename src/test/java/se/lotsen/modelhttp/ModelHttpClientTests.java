package se.lotsen.modelhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.modelhttp.WireFault.Reason;
import se.lotsen.testing.RawServer;

@Timeout(30)
class ModelHttpClientTests {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final ModelWire wire = new ModelWire(Duration.ofSeconds(5));
    private final HeardEvents heard = new HeardEvents();

    @AfterEach
    void closeWire() {
        wire.close();
    }

    @Test
    void bringsTheAnswerAndKeepsTheConnection() {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.answer(200, "{\"a\":\"ö\"}"));
            return true;
        })) {
            for (int i = 0; i < 3; i++) {
                SuccessfulHttpResponse answer = client(LONG, LONG, 100, 100).execute(Http.post(server));
                assertThat(answer.body()).isEqualTo("{\"a\":\"ö\"}");
                assertThat(answer.contentType()).isEqualTo("application/json");
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests().getFirst()).startsWith("POST /v1/x HTTP/1.1\r\n")
                    .endsWith("{\"q\":\"å\"}").doesNotContainIgnoringCase("upgrade");
        }
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            boolean stream = request.contains("stream");
            Http.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + (stream ? 12 : 3) + "\r\n\r\n");
            Http.write(out, stream ? "data: a" : "a");
            out.write(0xC3);
            Http.write(out, stream ? "(b\n\n" : "(");
            return true;
        })) {
            assertThat(client(LONG, LONG, 100, 100).execute(Http.post(server)).body()).isEqualTo("a\uFFFD(");
            client(LONG, LONG, 100, 100).execute(Http.post(server, "stream"),
                    new DefaultServerSentEventParser(), heard);
            assertThat(heard.endings()).containsExactly("close");
            assertThat(heard.next()).isEqualTo("open");
            assertThat(heard.next()).isEqualTo("a\uFFFD(b");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 400, 401, 404, 429, 500, 503})
    void anotherStatusIsRefusedAndNoRedirectIsFollowed(int status) throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out,
                    "HTTP/1.1 " + status + " X\r\nLocation: /elsewhere\r\nContent-Length: 5000\r\n\r\n"
                            + "x".repeat(5000));
            return true;
        })) {
            HttpException refused = catchThrowableOfType(HttpException.class,
                    () -> client(LONG, LONG, 100_000, 100_000).execute(Http.post(server)));
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(refused.getMessage()).hasSize(2_000);
            stream(server, LONG, LONG, 100_000, 100_000);
            assertThat(heard.error()).isInstanceOf(HttpException.class);
            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("/elsewhere"));
        }
    }

    @Test
    void nothingWithinTheFirstDeadlineIsATimeout() throws Exception {
        try (RawServer server = new RawServer((request, out) -> true)) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> client(SHORT, LONG, 100, 100).execute(Http.post(server)))
                    .isInstanceOfSatisfying(WireFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.TIMEOUT));
            assertThat(server.hungUpAt() - begun).isBetween(TimeUnit.MILLISECONDS.toNanos(140),
                    TimeUnit.SECONDS.toNanos(5));
        }
    }

    @Test
    void aHeadAloneDoesNotMeetTheFirstDeadline() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD);
            return true;
        })) {
            stream(server, SHORT, LONG, 100, 100);
            assertThat(heard.reason()).isEqualTo(Reason.TIMEOUT);
            server.hungUpAt();
        }
    }

    @Test
    void theWholeDeadlineHoldsAfterTheFirstByte() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD + Http.chunk("data: one\n\n"));
            return true;
        })) {
            stream(server, LONG, SHORT.multipliedBy(4), 100, 100);
            assertThat(heard.next()).isEqualTo("open");
            assertThat(heard.next()).isEqualTo("one");
            assertThat(heard.endings()).containsExactly("error");
            assertThat(heard.reason()).isEqualTo(Reason.TIMEOUT);
            server.hungUpAt();
        }
    }

    @Test
    void theFirstDeadlineIsOverWithTheFirstByte() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD + Http.chunk("data: one\n\n"));
            return true;
        })) {
            stream(server, Duration.ofMillis(900), Duration.ofMillis(1_200), 100, 100);
            assertThat(heard.error()).hasMessageContaining("no whole answer");
        }
    }

    @ParameterizedTest
    @CsvSource({"10000, 50", "50, 10000"})
    void tooMuchEndsTheStreamAndTheConnection(int eventBytes, long answerBytes) throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD + Http.chunk("data: one\n\n")
                    + Http.chunk("data: " + "x".repeat(40) + "\ndata: " + "x".repeat(40)));
            return true;
        })) {
            stream(server, LONG, LONG, eventBytes, answerBytes);
            assertThat(heard.next()).isEqualTo("open");
            assertThat(heard.next()).isEqualTo("one");
            assertThat(heard.endings()).containsExactly("error");
            assertThat(heard.reason()).isEqualTo(Reason.TOO_LARGE);
            server.hungUpAt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void manySmallEventsAreNoLargeOne(String end) throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            for (int i = 0; i < 20; i++) {
                Http.write(out, (i == 0 ? Http.STREAM_HEAD : "") + Http.chunk("data: " + i + end + end));
            }
            Http.write(out, "0\r\n\r\n");
            return true;
        })) {
            stream(server, LONG, LONG, 16, 10_000);
            assertThat(heard.endings()).containsExactly("close");
            assertThat(heard.next()).isEqualTo("open");
            for (int i = 0; i < 20; i++) {
                assertThat(heard.next()).isEqualTo("" + i);
            }
        }
    }

    @Test
    void anAnswerInOnePieceHasItsLimitToo() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + "x".repeat(101));
            return true;
        })) {
            assertThatThrownBy(() -> wire.client(WireLimits.answer(LONG, 100)).execute(Http.post(server)))
                    .isInstanceOfSatisfying(WireFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.TOO_LARGE));
            server.hungUpAt();
        }
    }

    @Test
    void anAnswerAsLargeAsTheLimitPasses() {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.answer(200, "x".repeat(100)));
            return true;
        })) {
            assertThat(wire.client(WireLimits.answer(LONG, 100)).execute(Http.post(server)).body())
                    .hasSize(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun",
            "no HTTP at all\r\n\r\n",
            Http.STREAM_HEAD + "b\r\ndata: one\n\n\r\n"})
    void aConnectionThatBreaksIsSaidToBeBroken(String sent) throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, sent);
            return false;
        })) {
            assertThatThrownBy(() -> client(LONG, LONG, 1_000, 1_000).execute(Http.post(server)))
                    .isInstanceOfSatisfying(WireFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.BROKEN))
                    .hasMessageNotContaining("begun").hasNoCause();
            stream(server, LONG, LONG, 1_000, 1_000);
            assertThat(heard.endings()).containsExactly("error");
            assertThat(heard.reason()).isEqualTo(Reason.BROKEN);
        }
    }

    @Test
    void nobodyListeningIsSaidToBeUnreachable() throws Exception {
        RawServer gone = new RawServer((request, out) -> true);
        gone.close();
        assertThatThrownBy(() -> client(LONG, LONG, 100, 100).execute(Http.post(gone)))
                .isInstanceOfSatisfying(WireFault.class,
                        fault -> assertThat(fault.reason()).isEqualTo(Reason.UNREACHABLE));
        stream(gone, LONG, LONG, 100, 100);
        assertThat(heard.reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aModelsBuilderGetsThisClientWhateverTimeoutsItSets() {
        ModelHttpClient client = client(SHORT, LONG, 100, 100);
        assertThat(client.asBuilder().connectTimeout(LONG).readTimeout(SHORT).build()).isSameAs(client);
        assertThat(client.asBuilder().readTimeout()).isEqualTo(LONG);
    }

    @Test
    void limitsAreAboveZero() {
        assertThatThrownBy(() -> new WireLimits(Duration.ZERO, LONG, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WireLimits(LONG, LONG, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WireLimits(LONG, LONG, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void stream(RawServer server, Duration first, Duration whole, int eventBytes, long answerBytes) {
        client(first, whole, eventBytes, answerBytes).execute(Http.post(server),
                new DefaultServerSentEventParser(), heard);
    }

    private ModelHttpClient client(Duration first, Duration whole, int eventBytes, long answerBytes) {
        return wire.client(new WireLimits(first, whole, eventBytes, answerBytes));
    }
}
