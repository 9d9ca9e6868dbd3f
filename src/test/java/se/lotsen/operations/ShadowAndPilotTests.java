package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** Two topics that are only tried yet. */
@ServiceTest
@ContextConfiguration(initializers = ObservedService.class)
class ShadowAndPilotTests {
    private static final String PILOT = "vad kostar förskolan för två barn";
    private static final String SHADOW = "vad kostar bygglov för ett staket";
    private static final String LIST = "/editor/betyg/skugga";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private StaffForTests staff;
    private ChatClient citizen;

    @BeforeEach
    void accounts() {
        staff = new StaffForTests(database);
        staff.clear();
        staff.make("anna", StaffRole.AGENT);
        staff.make("elsa", StaffRole.EDITOR);
        citizen = new ChatClient(port);
    }

    @AfterEach
    void leave() {
        database.sql("delete from answer_grade").update();
        staff.clear();
    }

    @Test
    void inPilotACitizenIsShownThePagesAndLedToAPerson() {
        List<Frame> frames = citizen.ask(citizen.start(), PILOT);
        assertThat(frames.getLast().data().required("outcome").asString()).isEqualTo("NOT_ANSWERED_PILOT");
        assertThat(frames).extracting(Frame::event).contains("sources", "handover-offer");
        assertThat(frames.toString()).doesNotContain("kronor").contains("forskola");
    }

    @Test
    void inPilotAnAgentWhoAsksForACallerIsAnswered() {
        StaffBrowser anna = signedIn("anna");
        HttpResponse<String> begun = anna.submitFrom("/staff", "/desk/telefon", "nyckel",
                UUID.randomUUID().toString(), "fraga", PILOT);
        assertThat(begun.statusCode()).isEqualTo(303);
        String call = begun.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
        assertThat(anna.get(call).body()).contains("kronor");
    }

    @Test
    void inShadowNobodyIsShownTheAnswerAndAnEditorGradesIt() {
        Talk talk = citizen.start();
        List<Frame> frames = citizen.ask(talk, SHADOW);
        assertThat(frames.getLast().data().required("outcome").asString()).isEqualTo("NOT_ANSWERED_SHADOW");
        assertThat(frames).extracting(Frame::event).contains("handover-offer");
        assertThat(frames.toString()).doesNotContain("kronor");

        StaffBrowser elsa = signedIn("elsa");
        String page = elsa.get(LIST).body();
        assertThat(page).contains(SHADOW, "/knowledge/bygglov", talk.id());
        assertThat(grade(elsa, talk.id(), "1", "wrong").statusCode()).isEqualTo(303);
        assertThat(elsa.get(LIST).body()).contains("Ditt betyg: Fel");
        assertThat(elsa.get("/editor/grades.jsonl").body()).contains("\"outcome\":\"NOT_ANSWERED_SHADOW\"",
                "\"right\":false");
    }

    @Test
    void onlyAnswersInShadowAreGradedThereAndOnlyByEditors() {
        Talk pilot = citizen.start();
        citizen.ask(pilot, PILOT);
        StaffBrowser elsa = signedIn("elsa");
        assertThat(grade(elsa, pilot.id(), "1", "right").statusCode()).isEqualTo(404);
        assertThat(grade(elsa, UUID.randomUUID().toString(), "1", "right").statusCode()).isEqualTo(404);
        assertThat(grade(elsa, "x", "1", "right").statusCode()).isEqualTo(400);
        assertThat(grade(elsa, pilot.id(), "1", "bra").statusCode()).isEqualTo(400);
        assertThat(signedIn("anna").get(LIST).statusCode()).isEqualTo(403);
        assertThat(database.sql("select count(*) from answer_grade").query(Long.class).single()).isZero();
    }

    private HttpResponse<String> grade(StaffBrowser by, String conversation, String answer, String mark) {
        return by.submitFrom(LIST, LIST, "samtal", conversation, "svar", answer, "betyg", mark);
    }

    private StaffBrowser signedIn(String name) {
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(name, StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }
}
