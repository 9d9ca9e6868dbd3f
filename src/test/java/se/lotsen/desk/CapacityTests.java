package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** How many cases somebody has at the same time, whichever way they come. */
@ServiceTest
class CapacityTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    private DeskForTests desk;
    private StaffBrowser anna;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        desk.account("anna", List.of(DeskForTests.QUEUE), 2, StaffRole.AGENT);
        anna = desk.signedIn("anna");
    }

    @AfterEach
    void leave() {
        desk.leave();
    }

    @Test
    void aClaimBeyondOnesCapacityIsRefusedAndSaysHowManyOneHas() {
        Talk first = desk.waiting("{}");
        desk.claim(anna, first);
        desk.claim(anna, desk.waiting("{}"));
        Talk third = desk.waiting("{}");
        HttpResponse<String> refused = desk.claim(anna, third);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Du har redan 2 ärenden, så många som du tar samtidigt");
        assertThat(cases.standing(id(third)).state()).isEqualTo(ConversationState.WAITING);
        desk.act(anna, first, "close", "orsak", "other", "slut", "solved");
        assertThat(desk.claim(anna, third).statusCode()).isEqualTo(303);
        assertThat(desk.act(anna, first, "take-up").body()).contains("Du har redan 2 ärenden");
    }

    @Test
    void aColleagueWhoIsFullIsNotOfferedAndIsRefused() {
        StaffAccount eva = desk.account("eva", List.of(DeskForTests.QUEUE), 1, StaffRole.AGENT);
        StaffBrowser evas = desk.signedIn("eva");
        evas.get("/desk");
        Talk talk = desk.waiting("{}");
        desk.claim(anna, talk);
        assertThat(anna.get(page(talk)).body()).contains("Test eva");
        desk.claim(evas, desk.waiting("{}"));
        assertThat(anna.get(page(talk)).body()).doesNotContain("Test eva");
        assertThat(desk.act(anna, talk, "transfer", "till", eva.id().toString()).statusCode()).isEqualTo(400);
        assertThat(cases.standing(id(talk)).agent().name()).isEqualTo("Test anna");
    }

    @Test
    void aSupervisorWhoTakesNothingSeesEverythingAsBefore() {
        desk.account("chefen", List.of(), 0, StaffRole.SUPERVISOR);
        StaffBrowser boss = desk.signedIn("chefen");
        Talk talk = desk.waiting("{}");
        assertThat(boss.get("/desk").body()).contains(talk.id());
        assertThat(boss.get(page(talk)).statusCode()).isEqualTo(200);
    }
}
