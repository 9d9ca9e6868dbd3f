package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.conversation.Outbox;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.RawServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a stub of the published interface of Sundsvall's SupportManagement. */
@Timeout(30)
class ErrandChannelTests {
    private static final Outbox.Entry ENTRY = WebhookChannelTests.ENTRY;
    private static final String CREATED = "201 Created\r\nLocation: /2281/KONTAKT/errands/b82bd8ac-1507-4d9a-958d-369261eecc15";

    @Test
    void anErrandHasWhatTheInterfaceAsksForAndNothingOfTheCitizens() {
        try (RawServer service = new RawServer((request, out) -> request.startsWith("POST /token")
                ? json(out, "{\"access_token\":\"abc.def\",\"expires_in\":300}")
                : WebhookChannelTests.say(out, CREATED))) {
            try (ErrandChannel channel = channel(service, true)) {
                assertThat(channel.deliver(ENTRY)).isEqualTo(Outcome.DELIVERED);
                assertThat(channel.deliver(ENTRY)).isEqualTo(Outcome.DELIVERED);
            }
            assertThat(service.requests().stream().filter(request -> request.startsWith("POST /token")))
                    .hasSize(1);
            String request = service.requests().get(1);
            assertThat(request).startsWith("POST /2281/KONTAKT/errands HTTP/1.1");
            assertThat(WebhookChannelTests.header(request, "Authorization")).isEqualTo("Bearer abc.def");
            JsonNode errand = JsonMapper.builder().build()
                    .readTree(request.substring(request.indexOf("\r\n\r\n") + 4));
            assertThat(errand.path("title").asString())
                    .isEqualTo("Nytt löfte till en invånare, LK-26-000123");
            assertThat(errand.path("classification").path("category").asString()).isEqualTo("KONTAKTCENTER");
            assertThat(errand.path("classification").path("type").asString()).isEqualTo("OVRIGT");
            assertThat(errand.path("status").asString()).isEqualTo("NEW");
            assertThat(errand.path("priority").asString()).isEqualTo("MEDIUM");
            assertThat(errand.path("reporterUserId").asString()).isEqualTo("lotsen");
            assertThat(errand.path("description").asString()).contains("LK-26-000123",
                    "måndag 30 november kl. 16.00",
                    "https://fraga.exempel.se/desk/cases/" + ENTRY.conversation());
            assertThat(errand.path("externalTags").get(0).path("key").asString()).isEqualTo("lotsenEntry");
        }
    }

    @Test
    void aRepeatAsksFirstWhetherTheErrandIsThere() {
        try (RawServer service = new RawServer((request, out) -> json(out, "{\"count\":1}"));
                ErrandChannel channel = channel(service, false)) {
            assertThat(channel.deliver(again())).isEqualTo(Outcome.DELIVERED);
            assertThat(service.requests()).singleElement().satisfies(request -> assertThat(
                    URLDecoder.decode(request, StandardCharsets.UTF_8))
                    .startsWith("GET /2281/KONTAKT/errands/count")
                    .contains("externalTags.key:'lotsenEntry' and externalTags.value:'"
                            + ENTRY.conversation() + ".17'"));
        }
    }

    @Test
    void aRepeatOfWhatIsNotThereMakesIt() {
        try (RawServer service = new RawServer((request, out) -> request.startsWith("GET")
                ? json(out, "{\"count\":0}")
                : WebhookChannelTests.say(out, CREATED));
                ErrandChannel channel = channel(service, false)) {
            assertThat(channel.deliver(again())).isEqualTo(Outcome.DELIVERED);
            assertThat(service.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "<html>", "{\"count\":\"many\"}", "{}", ""})
    void anAnswerThatIsNoCountMakesNoSecondErrand(String answer) {
        try (RawServer service = new RawServer((request, out) -> json(out, answer));
                ErrandChannel channel = channel(service, false)) {
            assertThat(channel.deliver(again())).isEqualTo(new Outcome.Failed("bad-answer"));
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void aPageInsteadOfAnErrandIsNoDelivery() {
        try (RawServer service = new RawServer((request, out) -> json(out, "<html>Logga in</html>"));
                ErrandChannel channel = channel(service, false)) {
            assertThat(channel.deliver(ENTRY)).isEqualTo(new Outcome.Failed("bad-answer"));
        }
    }

    @Test
    void withoutATokenNothingIsSent() {
        try (RawServer service = new RawServer((request, out) -> WebhookChannelTests.say(out, "401 No"));
                ErrandChannel channel = channel(service, true)) {
            assertThat(channel.deliver(ENTRY)).isEqualTo(new Outcome.Failed("token-http-401"));
            assertThat(service.requests()).hasSize(1);
        }
    }

    private static Outbox.Entry again() {
        return new Outbox.Entry(ENTRY.id(), ENTRY.conversation(), 1, "errand", ENTRY.payload(),
                ENTRY.createdAt(), 1, ENTRY.createdAt());
    }

    private static ErrandChannel channel(RawServer service, boolean token) {
        DeliveryProperties.ErrandService settings = new DeliveryProperties.ErrandService(
                URI.create(service.url() + "/"), "2281", "KONTAKT",
                token ? URI.create(service.url() + "/token") : null, token ? "id" : null,
                token ? "hemligt" : null,
                "KONTAKTCENTER", "OVRIGT", "NEW", "MEDIUM", "lotsen", Duration.ofSeconds(5), Set.of("*"));
        return new ErrandChannel(settings,
                new MailText(URI.create("https://fraga.exempel.se/"), () -> ZoneId.of("Europe/Stockholm")),
                new MovedClock("2026-11-24T09:00:00Z"));
    }

    private static boolean json(OutputStream out, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
        return true;
    }
}
