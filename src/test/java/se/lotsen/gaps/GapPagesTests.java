package se.lotsen.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.archive.Archive;
import se.lotsen.audit.AuditLog;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.audit.Actor;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.OwnKnowledge;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** From a question without an answer to one with: by forms alone, as an editor does it. */
@ServiceTest
@ContextConfiguration(initializers = {ServiceTest.OwnFolder.class, OwnKnowledge.class})
class GapPagesTests {
    private static final String QUESTION = "får man ha zebrafinkar på balkongen";
    private static final String BYGGLOV = "pages/bygga-och-bo/bygglov.md";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Archive archive;
    @Autowired
    private AuditLog log;
    private StaffForTests staff;
    private StaffBrowser eva;

    @BeforeEach
    void enter() {
        staff = new StaffForTests(database);
        staff.clear();
        staff.make("eva", StaffRole.WRITER);
        eva = new StaffBrowser(port);
        eva.signIn("eva", StaffForTests.PASSWORD);
    }

    private void asked(String... questions) {
        ChatClient citizen = new ChatClient(port);
        for (String question : questions) {
            citizen.ask(citizen.start(), question);
        }
    }

    @AfterEach
    void leave() {
        staff.clear();
    }

    /** The page of the gap whose question has this word. */
    private String gap(String word) {
        eva.submitFrom("/editor/luckor", "/editor/luckor/uppdatera");
        Matcher link = Pattern.compile("href=\"(/editor/luckor/[0-9a-f-]{36})\"[^>]*>[^<]*" + word,
                Pattern.CASE_INSENSITIVE).matcher(eva.get("/editor/luckor?visa=ALL").body());
        assertThat(link.find()).as("a gap in the list").isTrue();
        return link.group(1);
    }

    private HttpResponse<String> act(String gap, String action, String... fields) {
        return eva.submitFrom(gap, gap + action, fields);
    }

    private static String version(String page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    void aQuestionThatIsAskedTwiceWithoutAnAnswerBecomesAPhrasingAndTheGapIsClosed() {
        asked(QUESTION, "Zebrafinkar på balkongen? Jag heter 191212121212");
        String gap = gap("zebrafinkar");
        assertThat(eva.get("/editor/luckor").body()).contains("Luckor (", "Ökar: 0, 0, 0, 2 per vecka",
                "Öppen");
        HttpResponse<String> one = eva.get(gap);
        assertThat(one.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(one.body()).contains("dir=\"auto\"", "Ingen språkmodell är inställd")
                .doesNotContain("19121212");

        assertThat(act(gap, "/formuleringar", "sida", "bygglov").body()).contains("Kryssa i en formulering");
        assertThat(act(gap, "/formuleringar", "sida", "finns-inte", "egen", "min egen rad").body())
                .contains("Välj en sida som finns", "min egen rad");
        assertThat(act(gap, "/formuleringar", "sida", "bygglov", "fraga", QUESTION).statusCode())
                .isEqualTo(303);
        Draft draft = archive.draftOf(BYGGLOV).orElseThrow();
        assertThat(draft.origin()).isEqualTo(DraftOrigin.GAP);
        assertThat(PageDocument.parse(draft.text()).fields().phrasings()).contains(QUESTION);
        assertThat(act(gap, "/formuleringar", "sida", "bygglov", "fraga", QUESTION).body())
                .contains("har redan de formuleringarna");
        assertThat(eva.get(gap + "?igen=true").body()).contains("Med utkasten");

        HttpResponse<String> asked = act(gap, "/stang", "version", version(eva.get(gap).body()));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("besvaras fortfarande inte", "Stäng ändå");
        archive.publish(java.util.List.of(draft), Actor.machine("test"), "");
        HttpResponse<String> closed = act(gap, "/stang", "version", version(eva.get(gap).body()));
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(303);
        assertThat(eva.get(gap).body()).contains("Stängd", "Svaret kom från sidan bygglov", "Öppna igen");
        assertThat(eva.get("/editor/luckor?visa=CLOSED").body()).contains(gap);
        assertThat(log.entries(gap.substring(gap.lastIndexOf('/') + 1), Long.MAX_VALUE, 9))
                .extracting(AuditLog.Entry::action).containsExactly("gap-closed", "gap-phrasings");
    }

    @Test
    void aPageAndATestQuestionAreBegunAsDraftsAndTheGapIsGivenAwayAndDismissed() {
        String question = "var kan man köpa kantareller på torget";
        asked(question);
        String gap = gap("kantareller");
        assertThat(
                act(gap, "/ny-sida", "titel", "Kantareller", "omrade", "bygga-och-bo", "agare", "Ingen alls",
                        "kontakt", "x").body())
                .contains("Välj område", "value=\"Kantareller\"");
        String page = eva.get(gap).body();
        assertThat(act(gap, "/ny-sida", "titel", "Kantareller", "omrade", "bygga-och-bo", "agare",
                option(page, "agare"), "kontakt", option(page, "kontakt")).statusCode()).isEqualTo(303);
        assertThat(archive.draftOf("pages/bygga-och-bo/kantareller.md").orElseThrow().text())
                .contains("## Vad kostar det?", "id: kantareller");
        assertThat(act(gap, "/testfraga", "sida", "bygglov", "test-fraga", question).statusCode())
                .isEqualTo(303);
        assertThat(archive.draftOf(TestQuestions.FILE).orElseThrow().text())
                .endsWith("\tsv\tanswered\tbygglov\t" + question + "\t\n");
        assertThat(act(gap, "/testfraga", "sida", "bygglov", "test-fraga", question).body())
                .contains("redan en testfråga");
        assertThat(act(gap, "/ansvarig", "version", version(eva.get(gap).body()), "ansvarig",
                database.sql("select id from staff_account").query(String.class).single()).statusCode())
                .isEqualTo(303);
        assertThat(eva.get("/editor/luckor?visa=ALL&hos=MINE").body()).contains(gap);
        assertThat(act(gap, "/avfarda", "version", "1", "skal", "").body()).contains("Skriv ett skäl");
        assertThat(act(gap, "/avfarda", "version", "1", "skal", "hör inte hit").body())
                .contains("Någon annan har ändrat", "hör inte hit");
        assertThat(act(gap, "/avfarda", "version", version(eva.get(gap).body()), "skal", "hör inte hit")
                .statusCode())
                .isEqualTo(303);
        assertThat(eva.get(gap).body()).contains("Avfärdad", "hör inte hit");
        assertThat(act(gap, "/oppna", "version", version(eva.get(gap).body())).statusCode()).isEqualTo(303);
    }

    private static String option(String page, String select) {
        Matcher first = Pattern.compile("<select id=\"" + select + "\"[^>]*>\\s*<option value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(first.find()).isTrue();
        return first.group(1);
    }

    @Test
    void noGapIsFoundByAnIdThatIsNone() {
        assertThat(eva.get("/editor/luckor/00000000-0000-0000-0000-000000000000").statusCode())
                .isEqualTo(404);
        staff.make("anna", StaffRole.AGENT);
        StaffBrowser anna = new StaffBrowser(port);
        anna.signIn("anna", StaffForTests.PASSWORD);
        assertThat(anna.get("/editor/luckor").statusCode()).isEqualTo(403);
    }
}
