package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.lotsen.feedback.Part;
import se.lotsen.feedback.Satisfaction;
import se.lotsen.feedback.Score;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.HandoverJourney;

/** How satisfied a citizen is, over HTTP and by plain forms. */
class SatisfactionApiTests extends HandoverJourney {
    private static final String QUESTION = "vad kostar förskolan";
    @Autowired
    private Satisfaction satisfaction;

    private HttpResponse<String> say(Talk one, String key, String body) {
        return client.post(one.path("/satisfaction"), one.headers(key), body);
    }

    private HttpResponse<String> say(String body) {
        return say(talk, ChatClient.newKey(), body);
    }

    @Test
    void tenEqualPostsAreOneWordWhichCanBeChanged() {
        client.ask(talk, QUESTION);
        String key = ChatClient.newKey();
        String body = "{\"after\":\"assistant\",\"score\":4,\"comment\":\"Bra, ring 070-174 06 05\"}";
        List<HttpResponse<String>> answers = IntStream.range(0, 10).parallel()
                .mapToObj(n -> say(talk, key, body)).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers).extracting(HttpResponse::body)
                .containsOnly("{\"after\":\"assistant\",\"score\":4}");
        assertThat(satisfaction.of(id())).singleElement()
                .matches(score -> score.comment().equals("Bra, ring [telefonnummer]"));
        assertThat(problem(say(talk, key, "{\"after\":\"assistant\",\"score\":5}")))
                .endsWith("idempotency-key-reused");
        say("{\"after\":\"assistant\",\"score\":2}");
        assertThat(satisfaction.of(id())).extracting(Score::score).containsExactly(2);
    }

    @Test
    void whatNeverHappenedAndWhatIsNoScoreIsRefused() {
        assertThat(problem(say("{\"after\":\"assistant\",\"score\":4}"))).endsWith("nothing-to-score");
        client.ask(talk, QUESTION);
        assertThat(problem(say("{\"after\":\"agent\",\"score\":4}"))).endsWith("nothing-to-score");
        for (String body : List.of("{\"after\":\"assistant\",\"score\":0}",
                "{\"after\":\"assistant\",\"score\":6}",
                "{\"after\":\"assistant\"}")) {
            assertThat(problem(say(body))).as(body).endsWith("score-invalid");
        }
        for (String body : List.of("{\"score\":4}", "{\"after\":\"chef\",\"score\":4}", "[]",
                "{\"after\":\"assistant\",\"score\":\"4\"}")) {
            assertThat(problem(say(body))).as(body).endsWith("request-invalid");
        }
        assertThat(say("{\"after\":\"assistant\",\"score\":4,\"comment\":\"" + "a".repeat(1001) + "\"}")
                .statusCode())
                .isEqualTo(400);
        assertThat(satisfaction.of(id())).isEmpty();
    }

    @Test
    void aForeignConversationDoesNotExist() {
        client.ask(talk, QUESTION);
        Talk other = client.start();
        String body = "{\"after\":\"assistant\",\"score\":1}";
        assertThat(say(new Talk(talk.id(), other.token()), ChatClient.newKey(), body).statusCode())
                .isEqualTo(404);
        assertThat(say(new Talk(UUID.randomUUID().toString(), talk.token()), ChatClient.newKey(), body)
                .statusCode()).isEqualTo(404);
        assertThat(satisfaction.of(id())).isEmpty();
    }

    @Test
    void withoutScriptsEachPartIsAskedOfWhenItIsOver() {
        assertThat(page()).doesNotContain("nojdhet-");
        client.ask(talk, QUESTION);
        assertThat(page()).contains("id=\"nojdhet-assistant\"", "1, mycket missnöjd", "5, mycket nöjd")
                .doesNotContain("id=\"nojdhet-agent\"");
        assertThat(send("assistant", "3", "Jo").statusCode()).isEqualTo(303);
        assertThat(page()).contains("Tack för ditt svar", ">Jo</textarea>")
                .containsPattern(
                        "<input[^>]*(checked=\"checked\"[^>]*value=\"3\"|value=\"3\"[^>]*checked=\"checked\")");
        request(talk);
        claim(talk);
        assertThat(page()).doesNotContain("id=\"nojdhet-agent\"");
        handover.resolve(id(), key(), ANNA, "answered", "question", null);
        assertThat(page()).contains("id=\"nojdhet-agent\"", "människan du skrev med");
        assertThat(send("agent", "5", "").statusCode()).isEqualTo(303);
        assertThat(satisfaction.of(id())).extracting(Score::part, Score::score).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(Part.ASSISTANT, 3),
                org.assertj.core.groups.Tuple.tuple(Part.AGENT, 5));
    }

    @Test
    void aFormWithoutAChoiceComesBackWithItsTextAndItsReason() {
        client.ask(talk, QUESTION);
        HttpResponse<String> refused = send("assistant", null, "Min kommentar");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Välj en siffra från 1 till 5", ">Min kommentar</textarea>");
        assertThat(refused.body().split("Min kommentar", -1)).as("in its own form alone").hasSize(2);
    }

    @Test
    void besideACrisisCardNothingIsAsked() {
        client.ask(talk, "jag vill inte leva längre");
        assertThat(page()).doesNotContain("nojdhet-");
    }

    private String page() {
        return client.get("/fraga", Map.of("Cookie", cookie(), "Accept", "text/html")).body();
    }

    private String cookie() {
        return "lotsen-samtal=" + talk.id() + "." + talk.token();
    }

    private HttpResponse<String> send(String after, String score, String comment) {
        Map<String, String> form = new java.util.HashMap<>(
                Map.of("nyckel", UUID.randomUUID().toString(), "efter", after, "kommentar", comment));
        if (score != null) {
            form.put("betyg", score);
        }
        return client.post("/fraga/nojdhet",
                Map.of("Cookie", cookie(), "Content-Type", "application/x-www-form-urlencoded", "Accept",
                        "text/html"),
                form.entrySet().stream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }
}
