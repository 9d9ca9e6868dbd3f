package se.lotsen.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.archive.Archive;
import se.lotsen.archive.Draft;
import se.lotsen.audit.Actor;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.OwnKnowledge;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** From a wrong answer to its correction, by forms alone. */
@ServiceTest
@ContextConfiguration(initializers = {ServiceTest.OwnFolder.class, OwnKnowledge.class})
class RecallPagesTests {
    private static final String FILE = "pages/barn-och-utbildning/forskola-avgift.md";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Archive archive;
    @Autowired
    private CorrectionRound round;
    private StaffForTests staff;
    private Talk talk;

    @BeforeEach
    void publish() {
        staff = new StaffForTests(database);
        ChatClient chat = new ChatClient(port);
        talk = chat.start();
        assertThat(chat.ask(talk, "vad kostar förskolan per månad").toString())
                .as("what is to be corrected was said").contains("1 800 kronor");
        change("1 800 kronor", "1 850 kronor");
    }

    @AfterEach
    void clear() {
        change("1 850 kronor", "1 800 kronor");
        database.sql("delete from correction").update();
        staff.clear();
    }

    private void change(String from, String to) {
        Actor by = Actor.machine("test");
        Draft draft = archive.begin(FILE, by);
        archive.publish(List.of(
                archive.save(FILE, draft.version(), draft.basedOn(), draft.text().replace(from, to), by)), by,
                "");
    }

    private StaffBrowser signedIn(String name, StaffRole... roles) {
        staff.make(name, roles);
        StaffBrowser browser = new StaffBrowser(port);
        browser.signIn(name, StaffForTests.PASSWORD);
        return browser;
    }

    @Test
    void aWrongAnswerIsFoundAndItsCitizenFindsTheCorrection() {
        StaffBrowser eva = signedIn("eva", StaffRole.EDITOR);
        assertThat(eva.get("/editor/ratta").body()).contains("Avgift för förskola", "Ingen har skrivit");
        String list = "/editor/ratta/sida?sida=forskola-avgift";
        String page = eva.get(list).body();
        assertThat(page).contains("vad kostar förskolan per månad", "Ett samtal använde styckena",
                "Det felaktiga stod i svaret", "1 850 kronor", "I chatten");
        assertThat(eva.get("/editor/ratta/samtal.csv?sida=forskola-avgift").body())
                .contains(talk.id(), "\"ja\"").doesNotContain("vad kostar");
        assertThat(eva.get(list + "&valt=ja").body()).as("nothing is chosen")
                .doesNotContain("vad kostar förskolan");
        assertThat(eva.get(list + "&fran=2027-01-01").body()).contains("Inget samtal använde styckena");

        HttpResponse<String> begun = eva.submitFrom(list, "/editor/ratta/rattelse", "sida",
                "forskola-avgift");
        String correction = begun.headers().firstValue("Location").orElseThrow();
        assertThat(eva.get(correction).body()).contains("Rättelse av ett svar", "1 850 kronor");
        assertThat(eva.submit(correction, "version", "1", "text", " ").body())
                .contains("Skriv vad invånarna ska få veta");
        HttpResponse<String> saved = eva.submit(correction, "version", "1", "text",
                "Rättelse: avgiften är högst 1 850 kronor.");
        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("/skicka");
        assertThat(eva.get(correction + "/skicka").body())
                .contains("Ett samtal får rättelsen", "högst 1 850 kronor", "Ämne: Rättelse");
        assertThat(notices()).as("nothing goes out before the yes").isEmpty();
        eva.submit(correction + "/skicka", "version", "2");
        round.run();
        assertThat(eva.get(correction).body()).contains("Skickad").doesNotContain("Stoppa utskicket");
        assertThat(notices().orElseThrow()).contains("Rättelse: avgiften är högst 1 850 kronor.");
    }

    private Optional<String> notices() {
        return new ChatClient(port).transcript(talk).valueStream()
                .filter(event -> event.path("type").asString("").equals("notice"))
                .map(Object::toString).findFirst().map(text -> text.replace("\\\"", "\""));
    }

    @Test
    void approversLookWritersDoNotAndNobodyElseSends() {
        StaffBrowser adam = signedIn("adam", StaffRole.APPROVER);
        assertThat(adam.get("/editor/ratta/sida?sida=forskola-avgift").body())
                .contains("vad kostar förskolan").doesNotContain("Skriv en rättelse");
        assertThat(adam.submitFrom("/editor/ratta/sida?sida=forskola-avgift", "/editor/ratta/rattelse",
                "sida", "forskola-avgift").statusCode()).isEqualTo(403);
        StaffBrowser vera = signedIn("vera", StaffRole.WRITER);
        assertThat(vera.get("/editor/ratta").statusCode()).isEqualTo(403);
        assertThat(vera.get("/editor/ratta/samtal.csv?sida=forskola-avgift").statusCode()).isEqualTo(403);
        assertThat(adam.get("/editor/ratta/sida?sida=finns-inte").statusCode()).isEqualTo(404);
    }
}
