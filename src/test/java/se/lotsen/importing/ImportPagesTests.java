package se.lotsen.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lotsen.archive.Archive;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.OwnKnowledge;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** An editor imports a site and a table without a script. */
@ServiceTest
@ContextConfiguration(initializers = OwnKnowledge.class)
class ImportPagesTests {
    private static final TownSite SITE = site();
    private static final Pattern MADE = Pattern.compile("/editor/import/([0-9a-f-]{36})");
    private static final String[] ABOUT = {"omrade", "bygga-och-bo", "agare", "Kansliet", "kontakt",
            "kontaktcenter",
            "malgrupp", "residents", "icke-digitalt", "Ring oss.", "manader", "12", "borta", "ja"};
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Archive archive;
    private StaffForTests staff;
    private StaffBrowser browser;

    private static TownSite site() {
        try {
            return new TownSite();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void allowed(DynamicPropertyRegistry registry) {
        registry.add("lotsen.importing.allow-private", SITE::hostAndPort);
        registry.add("lotsen.importing.pause", () -> "0ms");
    }

    @BeforeEach
    void signIn() {
        staff = new StaffForTests(database);
        staff.make("vera", StaffRole.EDITOR);
        browser = new StaffBrowser(port);
        browser.signIn("vera", StaffForTests.PASSWORD);
    }

    @AfterEach
    void clear() {
        staff.clear();
        database.sql("delete from import_source").update();
    }

    private static String[] with(String... first) {
        String[] all = new String[first.length + ABOUT.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(ABOUT, 0, all, first.length, ABOUT.length);
        return all;
    }

    private String made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        Matcher id = MADE.matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(id.find()).isTrue();
        return "/editor/import/" + id.group(1);
    }

    private String ended(String source) {
        String page = browser.get(source).body();
        while (page.contains("data-state=\"LISTING\"") || page.contains("data-state=\"RUNNING\"")) {
            LockSupport.parkNanos(20_000_000);
            page = browser.get(source).body();
        }
        return page;
    }

    @Test
    void anEditorTriesAnImportAndThenImports() {
        SITE.page("/laddstolpar", "Laddstolpar", "Det finns laddstolpar vid stadshuset.")
                .page("/fel", "Fel", "x")
                .status("/fel", 500);
        HttpResponse<String> wrong = browser.submit("/editor/import/ny?typ=SITEMAP",
                with("namn", "Åsbys webbplats", "adress", "asby"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Skriv en hel adress").contains("value=\"Åsbys webbplats\"")
                .contains("value=\"asby\"").contains("Fel: ");
        String source = made(browser.submit("/editor/import/ny?typ=SITEMAP",
                with("namn", "Åsbys webbplats", "adress", SITE.sitemap())));
        assertThat(browser.get("/editor/import").body()).contains("Åsbys webbplats").contains("Aldrig");

        browser.submitFrom(source, source + "/start", "slag", "prov");
        String tried = ended(source);
        assertThat(tried).contains("Inget har sparats").contains("Laddstolpar")
                .contains("Servern svarade med ett fel. (500)");
        assertThat(archive.draftOf("pages/bygga-och-bo/laddstolpar.md")).isEmpty();
        assertThat(browser.get(source + "?visa=SKIPPED").body()).contains("/fel")
                .doesNotContain("/laddstolpar<");

        browser.submitFrom(source, source + "/start", "slag", "riktig");
        assertThat(ended(source)).contains("/editor?ursprung=IMPORTED")
                .contains("pages/bygga-och-bo/laddstolpar.md");
        assertThat(archive.draftOf("pages/bygga-och-bo/laddstolpar.md")).isPresent();
        assertThat(browser.get("/editor/logg").body()).contains("Startade en inhämtning");
        assertThat(browser.get(source + "/lage").body()).contains("id=\"lage\"").doesNotContain("<main");
        assertThat(browser.submitFrom(source, source + "/ta-bort").headers().firstValue("Location"))
                .contains("/editor/import");
        assertThat(browser.get(source).statusCode()).isEqualTo(404);
    }

    @Test
    void aTableIsUploadedLookedAtAndImported() {
        String source = made(browser.submit("/editor/import/ny?typ=FILE",
                with("namn", "Frågor", "adress", "https://asby.example/faq")));
        String page = browser.get(source).body();
        Matcher action = Pattern.compile("action=\"(/editor/import/[^\"]+/fil\\?_csrf=[^\"]+)\"")
                .matcher(page);
        assertThat(action.find()).isTrue();
        String table = "Undran;Besked\nFinns det elsparkcyklar?;Ja, vid stationen.\n";
        assertThat(browser.upload(source + "/fil", "faq.csv", table).statusCode()).as("without its token")
                .isEqualTo(403);
        assertThat(browser.upload(action.group(1), "faq.exe", table).headers().firstValue("Location")
                .orElseThrow())
                .contains("fel=typ");
        assertThat(browser.upload(action.group(1), "faq.csv", table).statusCode()).isEqualTo(303);
        assertThat(browser.get(source).body()).contains("Uppladdad: faq.csv")
                .contains("Finns det elsparkcyklar?");
        browser.submitFrom(source, source + "/kolumner", "fraga", "0", "svar", "1", "sidor", "rad");
        browser.submitFrom(source, source + "/start", "slag", "riktig");
        assertThat(ended(source)).contains("pages/bygga-och-bo/finns-det-elsparkcyklar.md");
        assertThat(archive.draftOf("pages/bygga-och-bo/finns-det-elsparkcyklar.md")).isPresent();
    }

    @Test
    void aWriterMayLookAndNothingElse() {
        staff.make("wille", StaffRole.WRITER);
        StaffBrowser writer = new StaffBrowser(port);
        writer.signIn("wille", StaffForTests.PASSWORD);
        assertThat(writer.get("/editor/import").statusCode()).isEqualTo(200);
        assertThat(writer.get("/editor/import").body()).doesNotContain("typ=SITEMAP");
        assertThat(writer.get("/editor/import/ny?typ=SITEMAP").statusCode()).isEqualTo(403);
        assertThat(new StaffBrowser(port).get("/editor/import").statusCode()).isNotEqualTo(200);
    }
}
