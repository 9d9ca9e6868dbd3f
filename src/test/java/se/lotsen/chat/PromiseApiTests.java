package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.Promises;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.HandoverJourney;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.TownClock;
import tools.jackson.databind.JsonNode;

/** What a citizen is promised, over HTTP. */
class PromiseApiTests extends HandoverJourney {
    private static final String PHONE = "070-174 06 05";
    @Autowired
    private Promises promises;
    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nobodyIsThere() {
        presence.left("anna");
        ((TownClock) clock).set(TownClock.CLOSED);
    }

    @AfterEach
    void nothingIsLeftToKeep() {
        database.sql("delete from promise").update();
        database.sql("delete from retention_hold").update();
    }

    private JsonNode overview(Talk one) {
        HttpResponse<String> answer = client.get(one.path("/promises"),
                Map.of(ChatClient.TOKEN, one.token()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode offer(String kind) {
        return overview(talk).required("offers").valueStream()
                .filter(offer -> offer.required("kind").asString().equals(kind)).findFirst().orElseThrow();
    }

    private HttpResponse<String> promise(String key, String kind, String due, @Nullable String contact,
            @Nullable String text) {
        Map<String, @Nullable String> body = new HashMap<>();
        body.put("kind", kind);
        body.put("due", due);
        body.put("contact", contact);
        body.put("text", text);
        return client.post(talk.path("/promises"), talk.headers(key), JSON.writeValueAsString(body));
    }

    private HttpResponse<String> promise(String kind, @Nullable String contact, @Nullable String text) {
        return promise(ChatClient.newKey(), kind, offer(kind).required("due").asString(), contact, text);
    }

    private JsonNode made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    @Test
    void whoMeetsNobodyIsToldWhereAPromiseIsMadeAndGetsOneWithAReceiptAndATime() {
        client.ask(talk, "vad kostar förskolan");
        HttpResponse<String> nobody = request(talk, ChatClient.newKey(), "");
        assertThat(nobody.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(nobody.body()).required("promises").asString())
                .isEqualTo(talk.path("/promises"));

        JsonNode offer = offer("call-back");
        assertThat(offer.required("from").asString()).isEqualTo("2026-11-25T09:00:00+01:00");
        assertThat(offer.required("due").asString()).isEqualTo("2026-11-25T10:00:00+01:00");
        assertThat(offer.required("text").asString())
                .isEqualTo("Vi ringer senast onsdag 25 november kl. 10.00");
        JsonNode made = made(promise("call-back", PHONE, "Ring mig, 19121212-1212"));
        assertThat(made.required("receipt").asString()).matches("LK-26-\\d{6}");
        assertThat(made.required("text")).isEqualTo(offer.required("text"));
        assertThat(made.required("said").asString()).isEqualTo("Ring mig, [personnummer]");

        assertThat(overview(talk).required("promised").valueStream()).containsExactly(made);
        Promise stored = promises.of(id()).getFirst();
        assertThat(stored.queue()).as("the queue of the page that was cited").isEqualTo("utbildning");
        assertThat(stored.from()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(handover.packet(id()).orElseThrow().document()).contains("vad kostar förskolan",
                "/knowledge/forskola-avgift", "Ring mig, [personnummer]").doesNotContain("1740605", "174 06");
        assertThat(client.transcript(talk).toString()).doesNotContain("174 06");
    }

    @Test
    void theSameRequestTenTimesIsOnePromiseAlsoWhenTheMatterHasChangedMeanwhile() {
        String due = offer("call-back").required("due").asString();
        String key = ChatClient.newKey();
        List<String> answers = IntStream.range(0, 10).parallel()
                .mapToObj(n -> promise(key, "call-back", due, PHONE, "hej").body()).toList();
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(promises.of(id())).hasSize(1);

        client.ask(talk, "vad kostar förskolan");
        assertThat(promise(key, "call-back", due, PHONE, "hej").body()).isEqualTo(answers.getFirst());
        ((TownClock) clock).set(TownClock.OPEN);
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 3));
        request(talk);
        assertThat(promise(key, "call-back", due, PHONE, "hej").body()).isEqualTo(answers.getFirst());
        assertThat(problem(promise(key, "call-back", due, PHONE, "annat")))
                .endsWith("idempotency-key-reused");
        assertThat(promises.of(id())).hasSize(1);
    }

    @Test
    void aMessageNeedsATextAndIsPromisedForTheEndOfAnOpenDay() {
        assertThat(problem(promise("message", null, " "))).endsWith("message-empty");
        assertThat(problem(promise("message", null, "a".repeat(20_000)))).endsWith("message-too-long");
        JsonNode made = made(promise("message", null, "Mitt bygglov"));
        assertThat(made.required("due").asString()).isEqualTo("2026-11-26T16:30:00+01:00");
        assertThat(made.required("kept").asBoolean()).isFalse();
        assertThat(made.required("text").asString())
                .isEqualTo("Vi svarar här i chatten senast torsdag 26 november kl. 16.30");
    }

    @Test
    void theTextIsInTheLanguageOfTheLastQuestion() {
        client.ask(talk, "What does preschool cost for two children?");
        assertThat(offer("email").required("text").asString()).startsWith("We will answer by e-mail by ");
        assertThat(made(promise("email", "kim@exempel.se", null)).required("text").asString())
                .startsWith("We will answer by e-mail by ");
    }

    @Test
    void aFullHourIsGoneAndWhatIsLeftIsTold() {
        String due = offer("call-back").required("due").asString();
        for (int n = 0; n < 4; n++) {
            made(promise(ChatClient.newKey(), "call-back", due, PHONE, null));
        }
        HttpResponse<String> gone = promise(ChatClient.newKey(), "call-back", due, PHONE, "hej");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(problem(gone)).endsWith("slot-gone");
        JsonNode left = JSON.readTree(gone.body()).required("offers");
        assertThat(left).isEqualTo(overview(talk).required("offers"));
        assertThat(left.toString()).contains("call-back", "message", "email")
                .doesNotContain("\"due\":\"" + due);
        assertThat(promises.of(id())).hasSize(4);
        assertThat(
                problem(promise(ChatClient.newKey(), "call-back", "2026-11-25T03:00:00+01:00", PHONE, null)))
                .as("never offered").endsWith("slot-gone");
    }

    @ParameterizedTest
    @CsvSource({"call-back,,missing", "call-back,hej,not-a-phone-number", "call-back,112,not-a-phone-number",
            "call-back,0900-123 45 67,phone-number-not-called", "call-back,kim@exempel.se,not-a-phone-number",
            "email,'  ',missing", "email,070-174 06 05,not-an-email-address",
            "email,kim@exempel,not-an-email-address"})
    void aContactThatReachesNobodyIsRefusedWithTheReasonAndNothingIsStored(String kind, String contact,
            String reason) {
        try (LogCapture log = new LogCapture()) {
            HttpResponse<String> refused = promise(kind, contact, "hej");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            JsonNode problem = JSON.readTree(refused.body());
            assertThat(problem.required("type").asString()).isEqualTo("/problems/contact-refused");
            assertThat(problem.required("reason").asString()).isEqualTo(reason);
            assertThat(problem.required("detail").asString()).matches("[A-ZÅÄÖ].*[.]");
            assertThat(log.lines())
                    .noneMatch(line -> contact != null && line.contains(contact.strip() + "\""));
        }
        assertThat(promises.of(id())).isEmpty();
        assertThat(handover.packet(id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fax,2026-11-26T16:30+01:00", "message,i morgon", "message,", ",2026-11-26T16:30+01:00",
            "MESSAGE,2026-11-26T16:30+01:00", "message,2026-11-26"})
    void whatIsNoOfferIsNoRequest(String kind, String due) {
        HttpResponse<String> refused = promise(ChatClient.newKey(), kind, due, null, "hej");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused)).endsWith("request-invalid");
    }

    @Test
    void nothingIsPromisedWhileAPersonIsAwaitedOrHasTheCase() {
        String due = offer("message").required("due").asString();
        ((TownClock) clock).set(TownClock.OPEN);
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 3));
        request(talk);
        assertThat(overview(talk).required("offers")).isEmpty();
        assertThat(problem(promise(ChatClient.newKey(), "message", due, null, "hej")))
                .endsWith("person-at-hand");
        claim(talk);
        assertThat(problem(promise(ChatClient.newKey(), "message", due, null, "hej")))
                .endsWith("person-at-hand");
        handover.resolve(id(), key(), ANNA, "answered", "question", null);
        presence.left("anna");
        HttpResponse<String> nobody = write("Är du kvar?");
        assertThat(JSON.readTree(nobody.body()).required("promises").asString()).endsWith("/promises");
        made(promise("message", null, "Är du kvar?"));
    }

    @Test
    void aForeignConversationIsNone() {
        Talk own = talk;
        for (Talk foreign : List.of(new Talk(own.id(), client.start().token()),
                new Talk(UUID.randomUUID().toString(), own.token()), new Talk("x", own.token()))) {
            talk = foreign;
            assertThat(client.get(talk.path("/promises"), Map.of(ChatClient.TOKEN, talk.token()))
                    .statusCode()).isEqualTo(404);
            assertThat(
                    problem(promise(ChatClient.newKey(), "message", "2026-11-26T16:30+01:00", null, "hej")))
                    .endsWith("conversation-not-found");
        }
        talk = own;
        assertThat(client.get(talk.path("/promises"), Map.of()).statusCode()).isEqualTo(404);
        assertThat(problem(promise("nyckel", "message", "2026-11-26T16:30+01:00", null, "hej")))
                .endsWith("idempotency-key-missing");
        assertThat(promises.of(id())).isEmpty();
    }

    @Test
    void whatIsPromisedKeepsTheConversationUntilItIsKept() {
        made(promise("message", null, "hej"));
        assertThat(problem(delete(""))).endsWith("person-involved");
        promises.keep(promises.of(id()).getFirst().id(), ANNA);
        assertThat(overview(talk).required("promised").get(0).required("kept").asBoolean()).isTrue();
        assertThat(delete("").statusCode()).isEqualTo(204);
    }
}
