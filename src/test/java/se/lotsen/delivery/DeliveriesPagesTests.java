package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** An operator's page of what has not arrived. */
@ServiceTest
class DeliveriesPagesTests {
    private static final String PAGE = "/operations/deliveries";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private ConversationStore conversations;
    @Value("${lotsen.data-dir}")
    private Path dataDir;
    private StaffForTests staff;
    private StaffBrowser operator;
    private ConversationId conversation;

    @BeforeEach
    void signIn() {
        staff = new StaffForTests(database);
        staff.clear();
        staff.make("driften", StaffRole.ADMIN);
        operator = new StaffBrowser(port);
        assertThat(operator.signIn("driften", StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
        conversation = conversations.start(new IdempotencyKey(UUID.randomUUID())).id();
    }

    @AfterEach
    void leave() {
        database.sql("delete from conversation where id = :id").param("id", conversation.value()).update();
        staff.clear();
    }

    @Test
    void whatHasNotArrivedIsListedWithoutWhatItSays() {
        assertThat(operator.get(PAGE).body()).contains("Allt har kommit fram");
        long dead = add(true);
        long failing = add(false);
        HttpResponse<String> page = operator.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.body()).contains("<h1>Utskick</h1>", "Väntar: 0. Försöks igen: 1. Uppgivna: 1.",
                "Uppgivet", "Försöks igen", "Webhook", "http-500", "Försök igen", "Avskriv", PAGE + "/" + dead
                        + "/retry",
                PAGE + "/" + failing + "/write-off")
                .doesNotContain("hemligt-innehåll");
    }

    @Test
    void anOperatorTriesAgainOrWritesOff() {
        long dead = add(true);
        assertThat(operator.submitFrom(PAGE, PAGE + "/" + dead + "/retry").statusCode()).isEqualTo(303);
        assertThat(count("id = " + dead + " and dead_at is null")).isEqualTo(1);
        assertThat(operator.submitFrom(PAGE, PAGE + "/" + dead + "/write-off").statusCode()).isEqualTo(303);
        assertThat(count("id = " + dead + " and written_off_at is not null")).isEqualTo(1);
        assertThat(operator.get(PAGE).body()).contains("Allt har kommit fram");
    }

    @Test
    void nobodyElseComesIn() {
        long dead = add(true);
        staff.make("eva", StaffRole.AGENT, StaffRole.SUPERVISOR, StaffRole.EDITOR);
        StaffBrowser eva = new StaffBrowser(port);
        eva.signIn("eva", StaffForTests.PASSWORD);
        assertThat(eva.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(new StaffBrowser(port).get(PAGE).statusCode()).isEqualTo(303);
        assertThat(operator.post(PAGE + "/" + dead + "/write-off").statusCode()).isEqualTo(403);
        assertThat(count("id = " + dead + " and written_off_at is null")).isEqualTo(1);
        assertThat(operator.submitFrom(PAGE, PAGE + "/4711/retry").statusCode()).isEqualTo(303);
        assertThat(operator.submitFrom(PAGE, PAGE + "/x/retry").statusCode()).isEqualTo(400);
    }

    @Test
    void theHealthEndpointTellsNumbersToTheKeyAlone() throws IOException {
        add(true);
        assertThat(operator.get("/actuator/health/deliveries").body()).isEqualTo("{\"status\":\"UP\"}");
        String key = Files.readString(dataDir.resolve("staff-token")).strip();
        assertThat(new ChatClient(port).get("/actuator/health/deliveries",
                Map.of("Authorization", "Bearer " + key)).body()).contains("\"dead\":1", "\"status\":\"UP\"");
    }

    private long count(String which) {
        return database.sql("select count(*) from outbox where " + which).query(Long.class).single();
    }

    /** Not due for a long time, so that the service does not touch it. */
    private long add(boolean dead) {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-24T08:00:00Z");
        database.sql(
                """
                        insert into outbox (conversation_id, number, kind, payload, created_at, next_attempt_at, attempts,
                            last_error, dead_at)
                        values (:conversation, :number, 'webhook', '{"text":"hemligt-innehåll"}', :at, :later, 3, 'http-500',
                            :dead)""")
                .param("conversation", conversation.value()).param("number", dead ? 1 : 2).param("at", at)
                .param("later", at.plusYears(1)).param("dead", dead ? at : null).update();
        return database.sql("select max(id) from outbox").query(Long.class).single();
    }
}
