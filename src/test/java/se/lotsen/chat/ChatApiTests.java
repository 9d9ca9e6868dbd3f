package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.TownClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outside contract of the chat API, line by line, over HTTP. */
@ServiceTest
class ChatApiTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ANSWERED = "vad kostar förskolan";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Clock clock;

    private ChatClient client;
    private LogCapture log;

    @BeforeEach
    void connect() {
        client = new ChatClient(port);
        log = new LogCapture();
    }

    @AfterEach
    void nothingFailedInSilence() {
        ((TownClock) clock).set(TownClock.OPEN);
        log.close();
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void aConversationStartsWithAnIdAndASecretToken() {
        HttpResponse<String> response = start(ChatClient.newKey());
        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode started = JSON.readTree(response.body());
        String id = started.required("id").asString();
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(started.required("token").asString()).matches("[A-Za-z0-9_-]{43}");
        assertThat(response.headers().firstValue("Location")).hasValue("/api/conversations/" + id);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    /** Whoever listens would else take a line that stands for one that does not, until the first comment after 15 s. */
    @Test
    void aStreamWithNothingToSendBeginsAtOnce() throws IOException {
        Talk talk = client.start();
        HttpRequest listen = client.request(talk.path("/events"), Map.of(ChatClient.TOKEN, talk.token()))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<InputStream> begun = client.send(listen, BodyHandlers.ofInputStream());
        try (InputStream stream = begun.body()) {
            assertThat(begun.statusCode()).isEqualTo(200);
            assertThat(stream.read()).as("a comment").isEqualTo(':');
        }
    }

    @Test
    void aRepeatedStartGivesTheSameConversationAndAnotherKeyAnother() {
        String key = ChatClient.newKey();
        assertThat(start(key).body()).isEqualTo(start(key).body())
                .isNotEqualTo(start(ChatClient.newKey()).body());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void onlyTheTokenInItsHeaderOpensAConversation(String method, String rest, String body) {
        Talk talk = client.start();
        client.ask(talk, ANSWERED);
        Talk foreign = client.start();
        String path = talk.path(rest);
        List<HttpResponse<String>> refused = new ArrayList<>();
        for (String token : List.of("", " ", foreign.token(), talk.token() + "a", talk.token().toLowerCase(),
                talk.token().substring(1), "null")) {
            refused.add(send(method, path, body, Map.of(ChatClient.TOKEN, token)));
        }
        refused.add(send(method, path, body, Map.of()));
        refused.add(send(method, path + "?token=" + talk.token(), body, Map.of()));
        refused.add(send(method, path + "?X-Conversation-Token=" + talk.token(), body, Map.of()));
        refused.add(send(method, path, body, Map.of("Cookie", "X-Conversation-Token=" + talk.token())));
        refused.add(send(method, path, body, Map.of("Authorization", "Bearer " + talk.token())));
        for (String id : List.of(UUID.randomUUID().toString(), "1", "x".repeat(36), "%00")) {
            refused.add(send(method, "/api/conversations/" + id + rest, body,
                    Map.of(ChatClient.TOKEN, talk.token())));
        }
        assertThat(refused).allSatisfy(response -> {
            assertThat(response.statusCode()).as(response.request().uri().toString()).isEqualTo(404);
            assertThat(JSON.readTree(response.body()).required("type").asString())
                    .isEqualTo("/problems/conversation-not-found");
        });
        assertThat(client.transcript(talk)).as("nothing was written").hasSize(
                (int) client.events(talk, 0, frame -> frame.event().equals("completed")).getLast().id());
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> routes() {
        return Stream.of(org.junit.jupiter.params.provider.Arguments.of("GET", "", ""),
                org.junit.jupiter.params.provider.Arguments.of("GET", "/events", ""),
                org.junit.jupiter.params.provider.Arguments.of("POST", "/questions",
                        ChatClient.body(ANSWERED)),
                org.junit.jupiter.params.provider.Arguments.of("POST", "/answers/1/stop", ""),
                org.junit.jupiter.params.provider.Arguments.of("POST", "/handover", "{}"),
                org.junit.jupiter.params.provider.Arguments.of("DELETE", "/handover", ""),
                org.junit.jupiter.params.provider.Arguments.of("POST", "/messages", "{\"text\":\"hej\"}"),
                org.junit.jupiter.params.provider.Arguments.of("DELETE", "", ""),
                org.junit.jupiter.params.provider.Arguments.of("POST", "/answers/1/feedback",
                        "{\"helpful\":true}"));
    }

    @Test
    void everyQuestionRunsFromItselfThroughSourcesAndTextToExactlyOneEnd() {
        Talk talk = client.start();
        List<Frame> all = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        List<String> questions = List.of(ANSWERED, "kan man få en karta över tomten med gränserna utritade",
                "vem vann allsvenskan", "hej", "vad finns det för gränser för hur högt det får låta inomhus",
                "måste jag tala om vem jag är när jag vill läsa ett offentligt dokument");
        for (int n = 1; n <= questions.size(); n++) {
            List<Frame> frames = client.ask(talk, questions.get(n - 1));
            String order = String.join(" ", frames.stream().map(Frame::event).toList());
            JsonNode end = frames.getLast().data();
            String kind = end.required("kind").asString();
            kinds.add(kind);
            assertThat(order).as(questions.get(n - 1)).matches(switch (kind) {
                case "answered" -> "question sources( text)+ handover-offer completed";
                case "clarify" -> "question sources( text)+ choices handover-offer completed";
                case "greeting", "emergency" -> "question( sources)?( text)+( handover-offer)? completed";
                default -> "question( sources)?( text)+ handover-offer completed";
            });
            assertThat(end.required("answer").asInt()).isEqualTo(n);
            all.addAll(frames);
        }
        assertThat(kinds).contains("answered", "clarify");
        assertThat(all).extracting(Frame::id).containsExactlyElementsOf(
                LongStream.rangeClosed(1, all.size()).boxed().toList());
    }

    @Test
    void aRepeatedQuestionGivesTheSameEventsWithTheSameIds() {
        Talk talk = client.start();
        String key = ChatClient.newKey();
        List<Frame> first = client.ask(talk, key, ANSWERED);
        client.ask(talk, "hur söker man bygglov");
        int events = client.transcript(talk).size();
        assertThat(client.ask(talk, key, ANSWERED)).isEqualTo(first);
        assertThat(client.ask(talk, key, ANSWERED)).isEqualTo(first);
        assertThat(client.transcript(talk)).hasSize(events);
    }

    @Test
    void aUsedKeyWithAnotherTextIsRefused() {
        Talk talk = client.start();
        String key = ChatClient.newKey();
        client.ask(talk, key, ANSWERED);
        HttpResponse<String> response = client.post(talk.path("/questions"), talk.headers(key),
                ChatClient.body(ANSWERED + "?"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("/problems/idempotency-key-reused");
    }

    @Test
    void theStreamResumesAfterEveryEventWithoutALostOrADoubledByte() {
        Talk talk = client.start();
        List<Frame> asked = new ArrayList<>(client.ask(talk, ANSWERED));
        asked.addAll(client.ask(talk, "hur söker man bygglov"));
        String whole = raw(asked);
        long last = asked.getLast().id();
        for (int seen = 0; seen < asked.size(); seen++) {
            List<Frame> rest = client.events(talk, seen, frame -> frame.id() == last);
            assertThat(raw(asked.subList(0, seen)) + raw(rest)).as("after event %d", seen).isEqualTo(whole);
        }
    }

    @Test
    void theTranscriptHoldsTheSameEvents() {
        Talk talk = client.start();
        List<Frame> asked = new ArrayList<>(client.ask(talk, ANSWERED));
        asked.addAll(client.ask(talk, "vem vann allsvenskan"));
        HttpResponse<String> response = client.get(talk.path(""), Map.of(ChatClient.TOKEN, talk.token()));
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode transcript = JSON.readTree(response.body());
        assertThat(transcript.required("id").asString()).isEqualTo(talk.id());
        List<JsonNode> events = transcript.required("events").valueStream().toList();
        assertThat(events).hasSameSizeAs(asked);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(events.get(i).required("id").asLong()).isEqualTo(asked.get(i).id());
            assertThat(events.get(i).required("type").asString()).isEqualTo(asked.get(i).event());
            assertThat(events.get(i).required("data")).isEqualTo(asked.get(i).data());
        }
    }

    @Test
    void feedbackIsKeptAndCanBeChanged() {
        Talk talk = client.start();
        client.ask(talk, ANSWERED);
        String key = ChatClient.newKey();
        assertThat(rate(talk, key, 1, "{\"helpful\":false,\"comment\":\"svårt\"}").statusCode())
                .isEqualTo(200);
        assertThat(kept(talk)).containsExactly("1 false");
        HttpResponse<String> changed = rate(talk, ChatClient.newKey(), 1, "{\"helpful\":true}");
        assertThat(changed.body()).isEqualTo("{\"answer\":1,\"helpful\":true}");
        assertThat(kept(talk)).containsExactly("1 true");
        assertThat(rate(talk, key, 1, "{\"helpful\":false,\"comment\":\"svårt\"}").statusCode())
                .as("a late repeat").isEqualTo(200);
        assertThat(kept(talk)).as("changes nothing").containsExactly("1 true");
        assertThat(rate(talk, key, 1, "{\"helpful\":true}").statusCode()).as("the key for something else")
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "1.0", "x", "99999999999", "%20"})
    void feedbackOnAnAnswerThatIsNotThereIsNotFound(String number) {
        Talk talk = client.start();
        client.ask(talk, ANSWERED);
        HttpResponse<String> response = client.post(talk.path("/answers/" + number + "/feedback"),
                talk.headers(ChatClient.newKey()), "{\"helpful\":true}");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/answer-not-found");
        assertThat(kept(talk)).isEmpty();
    }

    @Test
    void anAnswerThatHasEndedIsStoppedWithoutAChange() {
        Talk talk = client.start();
        List<Frame> asked = client.ask(talk, ANSWERED);
        String key = ChatClient.newKey();
        for (int repeat = 0; repeat < 2; repeat++) {
            HttpResponse<String> response = client.post(talk.path("/answers/1/stop"), talk.headers(key), "");
            assertThat(response.statusCode()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
        }
        assertThat(client.transcript(talk)).hasSameSizeAs(asked);
    }

    @Test
    void aStopNeedsAKeyAndTheNumberOfAnAnswer() {
        Talk talk = client.start();
        client.ask(talk, ANSWERED);
        HttpResponse<String> keyless = client.post(talk.path("/answers/1/stop"),
                Map.of(ChatClient.TOKEN, talk.token()), "");
        assertThat(keyless.statusCode()).isEqualTo(400);
        assertThat(keyless.body()).contains("/problems/idempotency-key-missing");
        for (String number : List.of("-1", "1.0", "x", "99999999999", "%20")) {
            HttpResponse<String> response = client.post(talk.path("/answers/" + number + "/stop"),
                    talk.headers(ChatClient.newKey()), "");
            assertThat(response.statusCode()).as(number).isEqualTo(404);
            assertThat(response.body()).contains("/problems/answer-not-found");
        }
    }

    @Test
    void theWayToAPersonIsTrueAtThatMoment() {
        ((TownClock) clock).set(TownClock.OPEN);
        JsonNode open = offer(client.ask(client.start(), ANSWERED));
        assertThat(open.required("openNow").asBoolean()).isTrue();
        assertThat(open.required("nextOpening").isNull()).isTrue();
        ((TownClock) clock).set(TownClock.CLOSED);
        JsonNode closed = offer(client.ask(client.start(), ANSWERED));
        assertThat(closed.required("openNow").asBoolean()).isFalse();
        assertThat(closed.required("nextOpening").asString()).isEqualTo("2026-11-25T08:00:00+01:00");
    }

    @Test
    void theApiDescribesItself() {
        JsonNode api = JSON.readTree(client.get("/api/docs", Map.of()).body());
        Map<String, Set<String>> routes = new LinkedHashMap<>();
        api.required("paths").properties()
                .forEach(path -> routes.put(path.getKey(), Set.copyOf(path.getValue().propertyNames())));
        assertThat(routes).containsAllEntriesOf(Map.of("/api/conversations", Set.of("post"),
                "/api/conversations/{id}", Set.of("get", "delete"),
                "/api/conversations/{id}/handover", Set.of("post", "delete"),
                "/api/conversations/{id}/messages", Set.of("post"), "/api/conversations/{id}/questions",
                Set.of("post"),
                "/api/conversations/{id}/events", Set.of("get"),
                "/api/conversations/{id}/answers/{number}/feedback", Set.of("post")));
        assertThat(api.required("tags").toString()).contains("Accept-Language");
        assertThat(api.at("/paths/~1api~1conversations/post/responses").propertyNames()).contains("201");
    }

    private static JsonNode offer(List<Frame> frames) {
        return frames.stream().filter(frame -> frame.event().equals("handover-offer")).findFirst()
                .orElseThrow().data();
    }

    private static String raw(List<Frame> frames) {
        return String.join("", frames.stream().map(Frame::raw).toList());
    }

    private HttpResponse<String> start(String key) {
        return client.post("/api/conversations", Map.of(ChatClient.KEY, key), "");
    }

    private HttpResponse<String> rate(Talk talk, String key, int answer, String body) {
        return client.post(talk.path("/answers/" + answer + "/feedback"), talk.headers(key), body);
    }

    private List<String> kept(Talk talk) {
        return database.sql("select answer, helpful from rating where conversation_id = :id")
                .param("id", UUID.fromString(talk.id()))
                .query((row, n) -> row.getInt(1) + " " + row.getBoolean(2)).list();
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        if (method.equals("POST")) {
            headers.put(ChatClient.KEY, ChatClient.newKey());
            headers.put("Content-Type", "application/json");
        }
        return switch (method) {
            case "POST" -> client.post(path, headers, body);
            case "DELETE" -> client.send(client.request(path, headers).DELETE().build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            default -> client.get(path, headers);
        };
    }
}
