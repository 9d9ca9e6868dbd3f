package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.Outbox;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.RawServer;

/** Calls over real connections to a receiver that may be anything. */
@Timeout(30)
class WebhookChannelTests {
    private static final String SECRET = "en hemlighet som är lång nog för alla";
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    static final Outbox.Entry ENTRY = new Outbox.Entry(17, new ConversationId(new UUID(1, 2)), 1, "webhook",
            "{\"event\":\"promise.made\",\"conversation\":\"00000000-0000-0001-0000-000000000002\","
                    + "\"at\":\"2026-11-24T09:00:00Z\",\"queue\":\"kontaktcenter\",\"receipt\":\"LK-26-000123\","
                    + "\"kind\":\"CALL_BACK\",\"dueAt\":\"2026-11-30T15:00:00Z\"}",
            NOW, 0, NOW);

    @Test
    void aCallIsSignedAndNamesItsEntry() throws Exception {
        try (RawServer receiver = new RawServer((request, out) -> say(out, "204 No Content"))) {
            assertThat(deliver(receiver.url() + "/hook")).isEqualTo(Outcome.DELIVERED);
            String request = receiver.requests().getFirst();
            assertThat(request).startsWith("POST /hook HTTP/1.1")
                    .containsIgnoringCase("Idempotency-Key: 17\r\n")
                    .containsIgnoringCase("Content-Type: application/json").endsWith(ENTRY.payload());
            String timestamp = header(request, "Lotsen-Timestamp");
            assertThat(timestamp).isEqualTo(Long.toString(NOW.getEpochSecond()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String body = request.substring(request.indexOf("\r\n\r\n") + 4);
            assertThat(header(request, "Lotsen-Signature")).isEqualTo("v1=" + HexFormat.of()
                    .formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8))));
        }
    }

    @ParameterizedTest
    @CsvSource({"500 Oops,http-500", "401 No,http-401", "404 Where,http-404", "429 Slowly,http-429",
            "302 Elsewhere,http-302"})
    void whatMayPassIsTriedAgain(String status, String code) {
        try (RawServer receiver = new RawServer(
                (request, out) -> say(out, status + "\r\nLocation: http://127.0.0.1:1/stolen"))) {
            assertThat(deliver(receiver.url())).isEqualTo(new Outcome.Failed(code));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void aReceiverThatIsGoneForEverIsBelieved() {
        try (RawServer receiver = new RawServer((request, out) -> say(out, "410 Gone"))) {
            assertThat(deliver(receiver.url())).isEqualTo(new Outcome.Refused("gone"));
        }
    }

    @Test
    void rubbishIsNoDelivery() {
        try (RawServer receiver = new RawServer((request, out) -> {
            out.write("SSH-2.0-OpenSSH_9.9\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return false;
        })) {
            assertThat(deliver(receiver.url())).isEqualTo(new Outcome.Failed("bad-answer"));
        }
    }

    @Test
    void aSilentReceiverIsNotWaitedForLong() {
        try (RawServer receiver = new RawServer((request, out) -> true)) {
            assertThat(deliver(receiver.url())).isEqualTo(new Outcome.Failed("timeout"));
        }
    }

    @Test
    void aReceiverThatNeverEndsItsAnswerIsNotWaitedForEither() {
        try (RawServer receiver = new RawServer((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx".getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        })) {
            assertThat(deliver(receiver.url())).isEqualTo(new Outcome.Failed("timeout"));
        }
    }

    @Test
    void nobodyThereIsSaid() {
        RawServer gone = new RawServer((request, out) -> false);
        gone.close();
        assertThat(deliver(gone.url())).isEqualTo(new Outcome.Failed("no-connection"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.se/hook", "ftp://example.se", "https://user:pw@example.se/",
            "http://169.254.169.254/", "http://localhost.example.se/", "/hook", "http://127.0.0.1.nip.io/"})
    void anAddressThatIsNotSafeStopsTheStart(String url) {
        assertThatThrownBy(() -> hook(url)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lotsen.delivery.webhook.url");
    }

    @Test
    void aShortSecretStopsTheStartAndNoSecretIsPrinted() {
        assertThatThrownBy(() -> new DeliveryProperties.Hook(URI.create("https://example.se"), "kort",
                Duration.ofSeconds(1), Set.of("*"))).hasMessageContaining("32")
                .hasMessageNotContaining("kort");
        assertThat(hook("https://example.se/hook")).hasToString("Hook[example.se]");
    }

    private static Outcome deliver(String url) {
        try (WebhookChannel channel = new WebhookChannel(hook(url), new MovedClock(NOW.toString()))) {
            return channel.deliver(ENTRY);
        }
    }

    private static DeliveryProperties.Hook hook(String url) {
        return new DeliveryProperties.Hook(URI.create(url), SECRET, Duration.ofMillis(700), Set.of("*"));
    }

    static boolean say(OutputStream out, String status) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    static String header(String request, String name) {
        return request.lines().filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
    }
}
