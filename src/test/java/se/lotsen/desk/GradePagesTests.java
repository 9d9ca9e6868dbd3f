package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.feedback.Grade;
import se.lotsen.feedback.Grades;
import se.lotsen.feedback.Mark;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** Grades by forms alone: at the desk, in the editors' list and in the export. */
@ServiceTest
class GradePagesTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    @Autowired
    private Grades grades;
    private DeskForTests desk;
    private Talk talk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        talk = desk.citizen.start();
        desk.citizen.ask(talk, "vad kostar förskolan");
        desk.adopt(talk, "{}");
    }

    @AfterEach
    void leave() {
        desk.leave();
        database.sql("delete from answer_grade").update();
    }

    private HttpResponse<String> grade(StaffBrowser who, int answer, String code) {
        return desk.act(who, talk, "answers/" + answer + "/grade", "betyg", code);
    }

    @Test
    void anAnswerIsGradedChangedAndTakenBackWithoutScripts() {
        StaffBrowser anna = desk.agent("anna");
        assertThat(anna.get(page(talk)).body()).contains("Ditt betyg på svaret", "id=\"betyg-1-right\"",
                "value=\"outdated\"").doesNotContain("value=\"none\"");
        HttpResponse<String> done = grade(anna, 1, "wrong");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("#betyg-1");
        assertThat(anna.get(page(talk)).body())
                .containsPattern("betyg-1-wrong\"\\s+value=\"none\"\\s+aria-pressed=\"true\"");
        grade(anna, 1, "partly");
        assertThat(grades.of(id(talk))).extracting(Grade::mark).containsExactly(Mark.PARTLY);
        assertThat(desk.agent("bo").get(page(talk) + "/transcript").body())
                .contains("Test anna: Delvis rätt");
        grade(anna, 1, "none");
        assertThat(grades.of(id(talk))).isEmpty();
    }

    @Test
    void tenEqualFormsAreOneGrade() {
        StaffBrowser anna = desk.agent("anna");
        String key = desk.key(anna, talk);
        for (int i = 0; i < 10; i++) {
            assertThat(desk.actWith(key, anna, talk, "answers/1/grade", "betyg", "right").statusCode())
                    .isEqualTo(303);
        }
        assertThat(grades.of(id(talk))).hasSize(1);
    }

    @Test
    void whatIsNotForThemDoesNotExistAndWhatIsNoGradeIsRefused() {
        StaffBrowser anna = desk.agent("anna");
        assertThat(grade(anna, 2, "right").statusCode()).isEqualTo(404);
        assertThat(grade(anna, 1, "good").statusCode()).isEqualTo(400);
        Talk others = desk.waiting("bygglov", "{}");
        assertThat(
                desk.actWith(UUID.randomUUID().toString(), anna, others, "answers/1/grade", "betyg", "right")
                        .statusCode())
                .isEqualTo(404);
        Talk unknown = new Talk(UUID.randomUUID().toString(), "");
        assertThat(desk.actWith(UUID.randomUUID().toString(), anna, unknown, "answers/1/grade", "betyg",
                "right").statusCode()).isEqualTo(404);
    }

    @Test
    void editorsSeeWhatIsToBeMendedAndNoAgentDoes() {
        StaffBrowser anna = desk.agent("anna");
        grade(anna, 1, "outdated");
        desk.account("eva", StaffRole.EDITOR);
        StaffBrowser eva = desk.signedIn("eva");
        assertThat(eva.get("/editor/betyg").body())
                .contains("vad kostar förskolan", "Inaktuellt", "Test anna",
                        "href=\"/knowledge/forskola-avgift\"")
                .doesNotContain(talk.id());
        assertThat(eva.get("/editor/betyg?betyg=outdated").body()).contains("vad kostar förskolan");
        assertThat(eva.get("/editor/betyg?betyg=wrong").body()).contains("Det finns inga sådana betyg")
                .doesNotContain("vad kostar förskolan");
        assertThat(eva.get("/editor/betyg?betyg=%3Cb%3E").statusCode()).isEqualTo(200);
        assertThat(eva.get("/editor/grades.jsonl").body()).contains("\"grade\":\"outdated\"");
        assertThat(eva.get("/operations/grades.jsonl").statusCode()).isEqualTo(403);
        assertThat(anna.get("/editor/betyg").statusCode()).isEqualTo(403);
        desk.account("olle", StaffRole.ADMIN);
        HttpResponse<String> lines = desk.signedIn("olle").get("/operations/grades.jsonl");
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/jsonl");
        assertThat(lines.body().lines()).singleElement().asString()
                .contains("\"question\":\"vad kostar förskolan\"", "\"page\":\"forskola-avgift\"",
                        "\"kind\":\"answered\"")
                .doesNotContain("anna", "\"right\"", talk.id());
    }

    @Test
    void supervisorsSeeHowSatisfiedCitizensAreAndNobodyElseDoes() {
        assertThat(desk.agent("anna").get("/desk/nojdhet").statusCode()).isEqualTo(403);
        desk.account("siv", StaffRole.SUPERVISOR);
        StaffBrowser siv = desk.signedIn("siv");
        assertThat(siv.get("/desk/nojdhet").body()).contains("Nöjda invånare", "AI-assistenten",
                "färre än 5 svar",
                "value=\"2026-10-26\"", "value=\"2026-11-24\"");
        assertThat(siv.get("/desk/nojdhet?fran=2026-02-31&till=x").statusCode()).isEqualTo(200);
    }
}
