package se.lotsen.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.OwnKnowledge;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** An editor's work over HTTP, without scripts, in a service with a folder of its own. */
@ServiceTest
@ContextConfiguration(initializers = OwnKnowledge.class)
class EditorPagesTests {
    private static final String FEE = "pages/barn-och-utbildning/forskola-avgift.md";
    private static final String EDIT = "/editor/sidor/redigera?fil=" + FEE;
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Value("${lotsen.knowledge.dir}")
    private Path folder;
    private StaffForTests staff;

    @BeforeEach
    void hire() {
        staff = new StaffForTests(database);
        staff.make("vera", StaffRole.WRITER);
        staff.make("gunn", StaffRole.APPROVER);
        staff.make("eva", StaffRole.EDITOR);
        staff.make("anna", StaffRole.AGENT);
    }

    @AfterEach
    void leave() {
        database.sql("delete from draft").update();
        staff.clear();
    }

    private StaffBrowser as(String name) {
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(name, StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    private static String field(String html, String name) {
        Matcher value = Pattern.compile("<textarea[^>]*name=\"" + name + "\"[^>]*>([^<]*)</textarea>")
                .matcher(html);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
                .replaceFirst("^\\R", "");
    }

    private String body() throws Exception {
        return Files.readString(folder.resolve(FEE)).split("---\\R", 3)[2];
    }

    /** Saves, looks and publishes; the address of the look. */
    private static String look(StaffBrowser browser, String version, String body)
            throws InterruptedException {
        HttpResponse<String> saved = browser.submitFrom(EDIT, "/editor/sidor/spara", "fil", FEE, "version",
                version, "text",
                body, "gor", "granska");
        String look = saved.headers().firstValue("Location").orElseThrow();
        awaitEnd(browser, look);
        return look;
    }

    /** The looks come now and then, so that they take nothing from what they wait for. */
    private static void awaitEnd(StaffBrowser browser, String look) {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(browser.get(look).body()).contains("data-state=\"DONE\""));
    }

    @Test
    void whoWritesPublishesNothingAndWhoIsNoEditorSeesNothing() {
        assertThat(as("anna").get("/editor").statusCode()).isEqualTo(403);
        StaffBrowser writer = as("vera");
        assertThat(writer.get("/editor").body()).contains("Avgift för förskola")
                .doesNotContain("Granska valda utkast");
        for (String path : new String[]{"/editor/sidor/historik/ta-bort", "/editor/sidor/historik/aterstall",
                "/editor/publicera/00000000-0000-0000-0000-000000000000"}) {
            assertThat(writer.submitFrom("/editor/sidor/ny", path, "fil", FEE, "nummer", "1").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void aFeeThatIsChangedIsSeenAtTheGateAnsweredAtOnceAndTakenBackAtOnce() throws Exception {
        ChatClient citizen = new ChatClient(port);
        Talk talk = citizen.start();
        StaffBrowser eva = as("eva");
        String changed = body().replace("1 800 kronor", "1 850 kronor");

        String look = look(eva, "0", changed);
        String page = eva.get(look).body();
        assertThat(page).contains("testfrågor blir fel", "1 850 kronor")
                .containsPattern("<ins>.*1.*</ins>|<ins>");
        HttpResponse<String> unseen = eva.submit(look, "anteckning", "Ny taxa");
        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(eva.submit(look, "anteckning", "Ny taxa", "sett", "1").headers().firstValue("Location"))
                .hasValue("/editor?klart=publicerad");
        assertThat(citizen.ask(talk, ChatClient.newKey(), "vad kostar förskolan").toString())
                .contains("1 850 kronor");
        assertThat(Files.readString(folder.resolve(FEE))).contains("1 850 kronor");
        assertThat(eva.get("/editor/prova?fraga=vad+kostar+f%C3%B6rskolan").body()).contains("1 850 kronor")
                .doesNotContain("1 800 kronor");

        String history = eva.get("/editor/sidor/historik?fil=" + FEE).body();
        assertThat(history).contains("Version 2: publicerad", "Ny taxa", "Återställ version 1");
        eva.submitFrom("/editor/sidor/historik?fil=" + FEE, "/editor/sidor/historik/aterstall", "fil", FEE,
                "nummer", "1");
        assertThat(citizen.ask(talk, ChatClient.newKey(), "vad kostar förskolan").toString())
                .doesNotContain("1 850 kronor");
        assertThat(eva.get("/editor/logg").body()).contains("Publicerade", "Återställde")
                .doesNotContain("Loggade in");
    }

    @Test
    void ofTwoWhoWriteTheSecondLosesNothing() throws Exception {
        StaffBrowser vera = as("vera");
        StaffBrowser gunn = as("gunn");
        vera.submitFrom(EDIT, "/editor/sidor/spara", "fil", FEE, "version", "0", "text",
                body() + "\nVeras rad.\n");
        HttpResponse<String> late = gunn.submitFrom(EDIT, "/editor/sidor/spara", "fil", FEE, "version", "0",
                "text",
                body() + "\nGunns rad.\n");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Test vera sparade medan du skrev", "Gunns rad.", "Veras rad.",
                "name=\"version\" value=\"1\"");
        assertThat(field(late.body(), "text")).contains("Gunns rad.").doesNotContain("Veras rad.");
    }

    @Test
    void aNewPageBeginsWithItsTemplateAndSaysWhatItLacks() {
        StaffBrowser vera = as("vera");
        HttpResponse<String> begun = vera.submit("/editor/sidor/ny", "rubrik", "Låna skidor på Åsen",
                "omrade",
                "kultur-och-fritid", "fraga", "var lånar man skidor");
        String address = begun.headers().firstValue("Location").orElseThrow();
        assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8))
                .endsWith("=pages/kultur-och-fritid/lana-skidor-pa-asen.md");
        String page = vera.get(address).body();
        assertThat(page).contains("Vad det kostar", "var lånar man skidor",
                "minst fyra av invånarnas egna formuleringar");
        assertThat(vera.submit("/editor/sidor/ny", "rubrik", "!!", "omrade", "", "fraga", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoWroteWhileSomebodyElsePublishedIsToldBeforeItReplacesThat() throws Exception {
        StaffBrowser vera = as("vera");
        StaffBrowser eva = as("eva");
        String opened = vera.get(EDIT).body();
        Matcher basedOn = Pattern.compile("name=\"grund\" value=\"(\\d+)\"").matcher(opened);
        assertThat(basedOn.find()).isTrue();
        String look = look(eva, "0", body() + "\nEvas rad.\n");
        eva.submit(look, "sett", "1");
        vera.submitFrom(EDIT, "/editor/sidor/spara", "fil", FEE, "version", "0", "grund", basedOn.group(1),
                "text", field(opened, "text") + "\nVeras rad.\n");
        String version = "1";
        HttpResponse<String> saved = eva.submitFrom(EDIT, "/editor/sidor/spara", "fil", FEE, "version",
                version, "gor", "granska");
        String late = saved.headers().firstValue("Location").orElseThrow();
        for (String page = eva.get(late).body(); page.contains("data-state=\"RUNNING\"");) {
            page = eva.get(late).body();
        }
        HttpResponse<String> refused = eva.submit(late, "sett", "1");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Sidan har ändrats sedan utkastet började");
        assertThat(Files.readString(folder.resolve(FEE))).contains("Evas rad.").doesNotContain("Veras rad.");
        eva.submitFrom("/editor/sidor/historik?fil=" + FEE, "/editor/sidor/historik/aterstall", "fil", FEE,
                "nummer", "1");
    }

    @Test
    void whatIsTypedInAPageThatSomebodyTakesAwayIsKept() throws Exception {
        String file = "pages/kultur-och-fritid/badplatser.md";
        StaffBrowser vera = as("vera");
        StaffBrowser eva = as("eva");
        String opened = vera.get("/editor/sidor/redigera?fil=" + file).body();
        String history = "/editor/sidor/historik?fil=" + file;
        eva.submitFrom(history, "/editor/sidor/historik/ta-bort", "fil", file);
        assertThat(folder.resolve(file)).doesNotExist();

        HttpResponse<String> saved = vera.submitFrom("/editor/sidor/ny", "/editor/sidor/spara", "fil", file,
                "version", "0", "grund", "1", "text", field(opened, "text") + "\nVeras rad om badet.\n");
        String address = saved.headers().firstValue("Location").orElseThrow();
        assertThat(vera.get(address).body()).contains("Din text är sparad som ett nytt utkast",
                "Veras rad om badet.");
        assertThat(database.sql("select text from draft where file = :file").param("file", file)
                .query(String.class).single()).contains("id: badplatser", "Veras rad om badet.");
        eva.submitFrom(history, "/editor/sidor/historik/aterstall", "fil", file, "nummer", "1");
    }

    @Test
    void onlyPagesAreWrittenInTheFormOfPagesAndNoNameIsAFault() {
        StaffBrowser vera = as("vera");
        for (String file : new String[]{"pages/okand.md", "pages/../pages/okand.md", "pages/%00.md"}) {
            assertThat(vera.get("/editor/sidor/redigera?fil=" + file).statusCode()).as(file).isEqualTo(404);
        }
        for (String file : new String[]{"contacts.yaml", "golden-questions.tsv", "pages/../contacts.yaml",
                "%00"}) {
            HttpResponse<String> sent = vera.get("/editor/sidor/redigera?fil=" + file);
            assertThat(sent.statusCode()).as(file).isEqualTo(303);
            assertThat(sent.headers().firstValue("Location").orElseThrow())
                    .startsWith("/editor/installningar/fil");
        }
        assertThat(vera.submitFrom("/editor/sidor/ny", "/editor/sidor/spara", "fil", "contacts.yaml",
                "version", "0", "grund", "1", "text", "x").statusCode()).isEqualTo(404);
        assertThat(database.sql("select count(*) from draft").query(Integer.class).single()).isZero();
    }

    @Test
    void aQuestionIsAnsweredFromLiveAndDraftSideBySide() throws Exception {
        StaffBrowser eva = as("eva");
        eva.submitFrom(EDIT, "/editor/sidor/spara", "fil", FEE, "version", "0", "text",
                body().replace("1 800 kronor", "1 870 kronor"));
        String both = eva.get("/editor/prova?fraga=vad+kostar+f%C3%B6rskolan").body();
        assertThat(both).contains("Svaren skiljer sig åt.", "1 800 kronor", "1 870 kronor",
                "Stycken som söktes fram");
        assertThat(eva.get("/editor/prova?fraga=hur+ans%C3%B6ker+jag+om+bygglov").body())
                .contains("Svaret blir detsamma.");
    }

    @Test
    void whatSomebodyChangesInTheFolderIsARevision() throws Exception {
        Path file = folder.resolve("pages/kultur-och-fritid/bibliotek.md");
        String before = Files.readString(file);
        Files.writeString(file, before + "\nBiblioteket lånar också ut verktyg.\n");
        StaffBrowser eva = as("eva");
        String address = "/editor/sidor/historik?fil=pages/kultur-och-fritid/bibliotek.md";
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(eva.get(address).body())
                        .contains("Version 2: ändrad i mappen", "verktyg"));
    }

    @Test
    void anOldCitationOpensTheTextThatItCites() throws Exception {
        ChatClient citizen = new ChatClient(port);
        Talk talk = citizen.start();
        String events = citizen.ask(talk, ChatClient.newKey(), "när öppnar biblioteket").toString();
        Matcher href = Pattern.compile("/knowledge/[a-z-]+\\?revision=[0-9a-f]{12}").matcher(events);
        assertThat(href.find()).as(events).isTrue();
        StaffBrowser eva = as("eva");
        String page = href.group().replaceAll(".*/|\\?.*", "");
        String file = "pages/kultur-och-fritid/" + page + ".md";
        String text = Files.readString(folder.resolve(file)).split("---\\R", 3)[2];
        String edit = "/editor/sidor/redigera?fil=" + file;
        HttpResponse<String> saved = eva.submitFrom(edit, "/editor/sidor/spara", "fil", file, "version", "0",
                "text",
                text + "\nNy rad om allt.\n", "gor", "granska");
        String look = saved.headers().firstValue("Location").orElseThrow();
        awaitEnd(eva, look);
        eva.submit(look, "sett", "1");
        assertThat(eva.get("/knowledge/" + page).body()).contains("Ny rad om allt.")
                .doesNotContain("Så här stod det");
        assertThat(eva.get(href.group()).body()).contains("Så här stod det när svaret gavs")
                .doesNotContain("Ny rad om allt.");
    }
}
