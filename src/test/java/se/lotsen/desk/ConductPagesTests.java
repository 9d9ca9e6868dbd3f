package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conduct.ThreatAlerts;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** Warnings, and threats, by forms alone. */
@ServiceTest
class ConductPagesTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    @Autowired
    private ThreatAlerts alerts;
    private DeskForTests desk;
    private Talk talk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        talk = desk.waiting("{}");
    }

    @AfterEach
    void leave() {
        desk.leave();
        database.sql("delete from threat_alert").update();
        database.sql("delete from retention_hold").update();
    }

    @Test
    void theAgentWarnsOnceAndEndsAfterwards() {
        StaffBrowser anna = desk.agent("anna");
        desk.claim(anna, talk);
        assertThat(anna.get(page(talk)).body()).contains("action=\"" + page(talk) + "/warn\"")
                .doesNotContain("/end-after-warning");
        assertThat(desk.act(anna, talk, "end-after-warning").statusCode()).as("not warned").isEqualTo(409);
        String key = desk.key(anna, talk);
        for (int i = 0; i < 10; i++) {
            assertThat(desk.actWith(key, anna, talk, "warn").statusCode()).isEqualTo(303);
        }
        assertThat(desk.act(anna, talk, "warn").statusCode()).as("a second warning").isEqualTo(409);
        assertThat(desk.transcript(talk).split("Vi tar inte emot hot eller kränkningar", -1)).hasSize(2);
        assertThat(anna.get(page(talk)).body()).contains("Invånaren är varnad", "/end-after-warning")
                .doesNotContain("/warn\"");
        assertThat(desk.act(anna, talk, "end-after-warning").statusCode()).isEqualTo(303);
        assertThat(cases.standing(id(talk)).state()).isEqualTo(ConversationState.WITH_ASSISTANT);
        assertThat(desk.transcript(talk)).contains("ended_after_warning", "031-390 06 00",
                "kontaktcenter@lindakra.example");
    }

    @Test
    void onlyWhoHasTheCaseWarnsEndsAndMarks() {
        StaffBrowser anna = desk.agent("anna");
        StaffBrowser bo = desk.agent("bo");
        assertThat(desk.act(bo, talk, "warn").body()).contains("Ingen har ärendet");
        desk.claim(anna, talk);
        for (String action : List.of("warn", "threat")) {
            HttpResponse<String> refused = desk.act(bo, talk, action);
            assertThat(refused.statusCode()).as(action).isEqualTo(409);
            assertThat(refused.body()).contains("Test anna har ärendet");
        }
        desk.act(anna, talk, "warn");
        assertThat(desk.act(bo, talk, "end-after-warning").statusCode()).isEqualTo(409);
        Talk foreign = desk.waiting("bygglov", "{}");
        Talk unknown = new Talk(UUID.randomUUID().toString(), "");
        for (String action : List.of("warn", "end-after-warning", "threat", "threat/seen",
                "threat/release")) {
            String key = UUID.randomUUID().toString();
            assertThat(desk.actWith(key, anna, foreign, action).statusCode()).as(action).isEqualTo(404);
            assertThat(desk.actWith(key, anna, unknown, action).statusCode()).as(action).isEqualTo(404);
        }
    }

    @Test
    void aThreatIsShownToSupervisorsAboveTheirDeskAndTheyAloneLiftTheHold() {
        StaffBrowser anna = desk.agent("anna");
        desk.claim(anna, talk);
        desk.account("siv", StaffRole.SUPERVISOR);
        StaffBrowser siv = desk.signedIn("siv");
        assertThat(siv.get("/desk").body()).doesNotContain("desk-alerts");
        assertThat(desk.act(anna, talk, "threat").statusCode()).isEqualTo(303);
        assertThat(anna.get(page(talk)).body()).contains("Samtalet sparas på grund av ett hot")
                .doesNotContain("desk-alerts", "/threat\"", "/threat/release");
        assertThat(desk.act(anna, talk, "threat/release").statusCode()).isEqualTo(403);
        assertThat(siv.get("/desk").body()).contains("En handläggare har anmält ett hot",
                "href=\"" + page(talk) + "\"");
        assertThat(siv.get("/desk/alerts").body()).contains("data-count=\"1\"");
        assertThat(desk.act(siv, talk, "threat/seen").statusCode()).isEqualTo(303);
        assertThat(siv.get("/desk").body()).doesNotContain("desk-alerts");
        assertThat(siv.get(page(talk)).body()).contains("/threat/release");
        assertThat(desk.act(siv, talk, "threat/release").statusCode()).isEqualTo(303);
        assertThat(alerts.of(id(talk))).allMatch(alert -> alert.releasedAt() != null);
        assertThat(siv.get(page(talk)).body()).doesNotContain("Samtalet sparas på grund av ett hot");
        assertThat(database.sql("select count(*) from hold_release where conversation_id = :id")
                .param("id", id(talk).value()).query(Long.class).single()).isEqualTo(1);
    }
}
