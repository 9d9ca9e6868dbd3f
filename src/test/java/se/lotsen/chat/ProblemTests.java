package se.lotsen.chat;

import org.springframework.jdbc.support.JdbcUtils;
import java.sql.SQLException;
import java.sql.Connection;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariConfigMXBean;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.testing.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every refusal is a problem detail with a stable type and a Swedish title, and tells nothing of our insides. */
@ServiceTest
class ProblemTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String QUESTION = ChatClient.body("vad kostar förskolan");
    /**
     * Reached elsewhere: they need a service that is busy ({@link UnfinishedAnswerTests}, {@link RateLimitTests}), or a case that was
     * ended after a warning ({@link ConductApiTests}).
     */
    private static final Map<Type, List<String>> FURTHER = Map.of(Type.NOBODY_ON_DUTY,
            List.of("reason", "nextOpening", "hours", "name", "phone", "email", "promises"),
            Type.SLOT_GONE, List.of("offers"), Type.CONTACT_REFUSED, List.of("reason", "detail"));
    private static final Set<Type> ELSEWHERE = EnumSet.of(Type.QUESTION_STILL_OPEN, Type.TOO_MANY_REQUESTS,
            Type.PERSON_NOT_TODAY, Type.DELETION_OFF);

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HikariDataSource connections;
    @Autowired
    private HandoverStore handover;

    private ChatClient client;
    private Talk talk;

    @BeforeEach
    void connect() {
        client = new ChatClient(port);
        talk = client.start();
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void everyTypeIsAProblemDetail(Type type) {
        if (!ELSEWHERE.contains(type)) {
            assertProblem(provoke(type), type);
        }
    }

    static void assertProblem(HttpResponse<String> response, Type type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(type.status().value());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Content-Language")).hasValue("sv");
        JsonNode problem = JSON.readTree(response.body());
        List<String> fields = new ArrayList<>(List.of("type", "title", "status", "instance"));
        fields.addAll(FURTHER.getOrDefault(type, List.of()));
        assertThat(problem.propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(problem.required("type").asString()).isEqualTo("/problems/" + type.code());
        assertThat(problem.required("status").asInt()).isEqualTo(type.status().value());
        assertThat(problem.required("title").asString()).matches("[A-ZÅÄÖ].*[.]").isNotEqualTo(type.code());
        assertThat(response.body()).doesNotContainIgnoringCase("exception").doesNotContain("\tat ",
                "se.lotsen", "org.springframework", "java.", "förskolan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fi                          | fi            | Sivua ei ole.
            de, ar;q=0.8                | ar            | الصفحة غير موجودة.
            en;q=0.5, so;q=0.9          | so            | Boggu ma jiro.
            sv-x-lattlast, sv;q=0.9     | sv-x-lattlast | Sidan finns inte.
            en-US,en;q=0.9              | en            | The page does not exist.
            de                          | sv            | Sidan finns inte.
            fi;q=0                      | sv            | Sidan finns inte.
            *                           | sv            | Sidan finns inte.
            ;;;=                        | sv            | Sidan finns inte.
            """)
    void aCallerWhoAsksForALanguageReadsTheTitleInIt(String accepted, String language, String title) {
        HttpResponse<String> missing = client.get("/api/nothing", Map.of("Accept-Language", accepted));
        assertThat(missing.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(missing.headers().allValues("Vary")).contains("Accept-Language");
        assertThat(JSON.readTree(missing.body()).required("title").asString()).isEqualTo(title);
    }

    @Test
    void whatIsWrongWithAContactAndWhenWeOpenAreSaidInThatLanguage() {
        Map<String, String> headers = new HashMap<>(talk.headers(ChatClient.newKey()));
        headers.put("Accept-Language", "en");
        JsonNode refused = JSON.readTree(client.post(talk.path("/promises"), headers,
                JSON.writeValueAsString(Map.of("kind", "email", "due", "2026-11-24T03:00:00+01:00", "contact",
                        "hej")))
                .body());
        assertThat(refused.required("reason").asString()).isEqualTo("not-an-email-address");
        assertThat(refused.required("detail").asString()).startsWith("This is not an e-mail address.");
        headers.put(ChatClient.KEY, ChatClient.newKey());
        JsonNode nobody = JSON.readTree(client.post(talk.path("/handover"), headers, "").body());
        assertThat(nobody.required("hours").asString()).matches("(Open|Closed)\\b.*");
    }

    private HttpResponse<String> provoke(Type type) {
        return switch (type) {
            case CONVERSATION_NOT_FOUND -> client.get(talk.path(""), Map.of());
            case ANSWER_NOT_FOUND -> feedback("{\"helpful\":true}");
            case STAFF_ONLY -> client.get(talk.path("/answers/1/explanation"), talk.headers("x"));
            case NOT_FOUND -> client.get("/api/nothing", Map.of());
            case IDEMPOTENCY_KEY_MISSING -> client.post("/api/conversations", Map.of(), "");
            case IDEMPOTENCY_KEY_REUSED -> reused();
            case QUESTION_EMPTY -> ask(ChatClient.body(" \u200b\n"));
            case QUESTION_TOO_LONG -> ask(ChatClient.body("å".repeat(1001)));
            case LAST_EVENT_ID_INVALID -> client.get(talk.path("/events"),
                    Map.of(ChatClient.TOKEN, talk.token(), "Last-Event-ID", "x"));
            case REQUEST_INVALID -> ask("{");
            case REQUEST_TOO_LARGE -> ask(ChatClient.body("å".repeat(40_000)));
            case METHOD_NOT_ALLOWED -> client.send(client.request("/api/conversations", Map.of())
                    .PUT(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
            case MEDIA_TYPE_UNSUPPORTED -> ask(QUESTION, "Content-Type", "text/plain");
            case MEDIA_TYPE_NOT_ACCEPTABLE -> ask(QUESTION, "Accept", "text/html");
            case FAULT -> withoutItsTable();
            case RECORD_UNAVAILABLE -> withoutAConnection();
            case ASSISTANT_SILENT -> whileAPersonIsAwaited();
            case NOBODY_ON_DUTY -> client.post(talk.path("/handover"), talk.headers(ChatClient.newKey()), "");
            case PERSON_INVOLVED -> {
                whileAPersonIsAwaited();
                yield client.send(client.request(talk.path(""), talk.headers("x")).DELETE().build(),
                        BodyHandlers.ofString());
            }
            case NOTHING_TO_SCORE ->
                client.post(talk.path("/satisfaction"), talk.headers(ChatClient.newKey()),
                        "{\"after\":\"agent\",\"score\":3}");
            case SCORE_INVALID -> client.post(talk.path("/satisfaction"), talk.headers(ChatClient.newKey()),
                    "{\"after\":\"agent\",\"score\":6}");
            case NO_PERSON_INVOLVED -> message("hej");
            case MESSAGE_EMPTY -> message(" \u200b\n");
            case MESSAGE_TOO_LONG -> message("a".repeat(20_000));
            case CONVERSATION_MOVED_ON -> {
                whileAPersonIsAwaited();
                yield client.post(talk.path("/handover"), talk.headers(ChatClient.newKey()), "{}");
            }
            case SLOT_GONE -> promise("call-back", "0701740605");
            case CONTACT_REFUSED -> promise("email", "hej");
            case PERSON_AT_HAND -> {
                whileAPersonIsAwaited();
                yield promise("call-back", "0701740605");
            }
            case QUESTION_STILL_OPEN, TOO_MANY_REQUESTS, PERSON_NOT_TODAY, DELETION_OFF ->
                throw new IllegalArgumentException(type.name());
        };
    }

    private HttpResponse<String> message(String text) {
        return client.post(talk.path("/messages"), talk.headers(ChatClient.newKey()),
                JSON.writeValueAsString(Map.of("text", text)));
    }

    private HttpResponse<String> promise(String kind, String contact) {
        return client.post(talk.path("/promises"), talk.headers(ChatClient.newKey()), JSON.writeValueAsString(
                Map.of("kind", kind, "due", "2026-11-24T03:00:00+01:00", "contact", contact)));
    }

    private HttpResponse<String> whileAPersonIsAwaited() {
        handover.request(new ConversationId(UUID.fromString(talk.id())),
                new IdempotencyKey(UUID.randomUUID()), "bygg", "{}", null);
        return ask(QUESTION);
    }

    private HttpResponse<String> reused() {
        Map<String, String> headers = talk.headers(ChatClient.newKey());
        client.post(talk.path("/questions"), headers, QUESTION);
        return client.post(talk.path("/questions"), headers, ChatClient.body("och skolan"));
    }

    private HttpResponse<String> withoutItsTable() {
        try (LogCapture log = new LogCapture()) {
            database.sql("alter table accepted_request rename to accepted_request_away").update();
            HttpResponse<String> response = ask(QUESTION);
            assertThat(log.errors()).as("an operator hears of it once, without the question")
                    .singleElement().asString().contains("failed").doesNotContain("förskolan");
            return response;
        } finally {
            database.sql("alter table accepted_request_away rename to accepted_request").update();
        }
    }

    /** Somebody else holds every connection, for longer than anybody waits. */
    private HttpResponse<String> withoutAConnection() {
        HikariConfigMXBean settings = connections.getHikariConfigMXBean();
        long patience = settings.getConnectionTimeout();
        List<Connection> held = new ArrayList<>();
        try {
            settings.setConnectionTimeout(250);
            while (held.size() < settings.getMaximumPoolSize()) {
                held.add(connections.getConnection());
            }
            return ask(QUESTION);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            held.forEach(JdbcUtils::closeConnection);
            settings.setConnectionTimeout(patience);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "text/html", "*/", ";", "text/event-stream;q=x", "image/png, ,"})
    void aProblemArrivesWhateverTheCallerAccepts(String accept) {
        HttpResponse<String> response = client.get("/api/conversations/" + UUID.randomUUID(),
                Map.of("Accept", accept, ChatClient.TOKEN, "x"));
        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(response.body()).required("title").asString()).isNotBlank();
    }

    @Test
    void aRefusedStartBeginsNothing() {
        long before = conversations();
        client.post("/api/conversations", Map.of(ChatClient.KEY, ChatClient.newKey(), "Accept", "text/html"),
                "");
        client.post("/api/conversations", Map.of(ChatClient.KEY, "1"), "");
        assertThat(conversations()).isEqualTo(before);
    }

    private long conversations() {
        return database.sql("select count(*) from conversation").query(Long.class).single();
    }

    private HttpResponse<String> ask(String body, String... header) {
        Map<String, String> headers = new HashMap<>(talk.headers(ChatClient.newKey()));
        if (header.length == 2) {
            headers.put(header[0], header[1]);
        }
        return client.post(talk.path("/questions"), headers, body);
    }

    private HttpResponse<String> feedback(String body) {
        return client.post(talk.path("/answers/7/feedback"), talk.headers(ChatClient.newKey()), body);
    }
}
