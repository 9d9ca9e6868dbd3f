package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;

/** A service of its own with low limits; both are used up here in one test, as a minute is too long to wait. */
@ServiceTest
@TestPropertySource(properties = {"lotsen.chat.writes-per-minute=3",
        "lotsen.chat.writes-per-minute-per-address=12", "lotsen.retrieval.storage=memory"})
class RateLimitTests {
    @LocalServerPort
    private int port;

    @Test
    void whoeverWritesTooMuchIsToldWhenToTryAgainAndCanStillRead() {
        ChatClient client = new ChatClient(port);
        Talk busy = client.start();
        Talk calm = client.start();
        String answer = "{\"helpful\":true}";
        client.ask(busy, "vad kostar förskolan");
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            responses.add(
                    client.post(busy.path("/answers/1/feedback"), busy.headers(ChatClient.newKey()), answer));
        }
        assertThat(responses).extracting(HttpResponse::statusCode).containsExactly(200, 200, 429, 429);
        assertRefused(responses.getLast());
        assertSignsHaveALimitOfTheirOwn(client, calm);
        assertThat(client.ask(calm, "vad kostar förskolan")).as("another conversation").isNotEmpty();
        int started = 0;
        HttpResponse<String> start;
        do {
            start = client.post("/api/conversations", Map.of(ChatClient.KEY, ChatClient.newKey()), "");
            started++;
        } while (start.statusCode() == 201 && started < 20);
        assertThat(started).as("writes left to the address, and the refused one").isEqualTo(5);
        assertRefused(start);
        assertThat(client.transcript(busy)).as("reading is not limited").isNotEmpty();
        assertPageKeepsTheText();
    }

    private static void assertSignsHaveALimitOfTheirOwn(ChatClient client, Talk talk) {
        List<Integer> signs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            signs.add(client.post(talk.path("/typing"), Map.of(ChatClient.TOKEN, talk.token()), "")
                    .statusCode());
        }
        assertThat(signs).containsExactly(204, 204, 204, 429);
    }

    private void assertPageKeepsTheText() {
        WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build().post().uri("/fraga")
                .body(BodyInserters.fromFormData("fraga", "en fråga till").with("nyckel",
                        ChatClient.newKey()))
                .exchange().expectStatus().isEqualTo(429)
                .expectBody(String.class).value(page -> assertThat(page)
                        .contains("Du skickar för många frågor", ">en fråga till</textarea>"));
    }

    private static void assertRefused(HttpResponse<String> response) {
        ProblemTests.assertProblem(response, Type.TOO_MANY_REQUESTS);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
    }
}
