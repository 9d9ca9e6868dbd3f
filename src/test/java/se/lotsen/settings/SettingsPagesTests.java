package se.lotsen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.answering.DraftDesk;
import se.lotsen.archive.Archive;
import se.lotsen.archive.Draft;
import se.lotsen.audit.Actor;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.OwnKnowledge;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** Settings by forms alone: written, looked at, published, and seen by citizens at once. */
@ServiceTest
@ContextConfiguration(initializers = {ServiceTest.OwnFolder.class, OwnKnowledge.class})
class SettingsPagesTests {
    private static final String PATH = "/editor/installningar";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Archive archive;
    @Autowired
    private KnowledgeFolder folder;
    @Autowired
    private AnswerDesks desks;
    private StaffForTests staff;
    private StaffBrowser eva;

    @BeforeEach
    void enter() {
        staff = new StaffForTests(database);
        eva = signedIn("eva", StaffRole.EDITOR);
    }

    @AfterEach
    void leave() {
        database.sql("delete from draft").update();
        staff.clear();
    }

    private StaffBrowser signedIn(String name, StaffRole... roles) {
        staff.make(name, roles);
        StaffBrowser browser = new StaffBrowser(port);
        browser.signIn(name, StaffForTests.PASSWORD);
        return browser;
    }

    private Draft draft(String file) {
        return archive.draftOf(file).orElseThrow();
    }

    private String citizens(String path) {
        return new StaffBrowser(port).get(path).body();
    }

    @Test
    void aNoticeIsOnTheCitizensPagesAtOnceAndGoneAtOnce() {
        String page = PATH + "/meddelande";
        assertThat(eva.submitFrom(page, page + "/formular", "text.sv", "", "niva", "warning").body())
                .contains("Skriv meddelandet på svenska", "Skriv när meddelandet ska sluta visas");
        HttpResponse<String> saved = eva.submitFrom(page, page + "/formular", "version", "0", "text.sv",
                "Koka vattnet i Hamnvik.", "text.en", "Boil the water in Hamnvik.", "niva", "warning",
                "till", "2026-11-25", "till-tid", "12:00");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(citizens("/")).as("a draft is nobody's notice").doesNotContain("Koka vattnet");
        assertThat(eva.get(page).body()).contains("value=\"2026-11-25\"", "value=\"12:00\"",
                "Koka vattnet i Hamnvik.", "Publicera nu");
        eva.submitFrom(page, page + "/publicera", "fil", "notice.yaml");
        for (String path : new String[]{"/", "/fraga", "/chat"}) {
            assertThat(citizens(path)).as(path).contains("role=\"note\"", "Viktigt meddelande:",
                    "<span dir=\"auto\" lang=\"sv\">Koka vattnet i Hamnvik.</span>");
        }
        assertThat(citizens("/chat?lang=en")).contains("Important notice:",
                "lang=\"en\">Boil the water in Hamnvik.");
        StaffBrowser anna = signedIn("anna", StaffRole.AGENT);
        assertThat(anna.get("/desk").body()).contains("Koka vattnet i Hamnvik.");
        eva.submitFrom(page, page + "/ta-bort", "fil", "notice.yaml");
        assertThat(citizens("/")).doesNotContain("Koka vattnet");
        assertThat(eva.get("/editor/sidor/historik?fil=notice.yaml").body()).contains("Återställ version 1");
    }

    @Test
    void aPinnedQuestionIsAnsweredFromItsPageAndObstaclesStillStand() {
        String page = PATH + "/fasta-svar";
        assertThat(eva.submitFrom(page, page + "/formular", "fragor", "", "sida", "").body())
                .contains("Välj en sida", "Skriv minst en fråga");
        eva.submitFrom(page, page + "/formular", "fragor", "gäller blå bollen\nblå bollen?", "sida",
                "bygglov", "till", "", "anteckning", "Efter kampanjen");
        String text = draft("pinned.yaml").text();
        assertThat(text).startsWith("# Frågor som alltid").contains("page: \"bygglov\"");
        try (DraftDesk desk = desks.over(folder.with(Map.of("pinned.yaml", Optional.of(text))))) {
            assertThat(desk.ask("Gäller BLÅ bollen?").answer()).isNotEmpty().allSatisfy(
                    sentence -> assertThat(sentence.sources()).allMatch(one -> one.page().equals("bygglov")));
            assertThat(desk.explained("blå bollen").explanation().context().kind()).isEqualTo("PINNED");
            assertThat(desk.ask("röda bollen").outcome()).isNotEqualTo(AnswerOutcome.ANSWERED);
        }
        String file = "pages/bygga-och-bo/bygglov.md";
        String expired = archive.revisionNow(file).orElseThrow().text().replaceFirst("(?m)^validTo:.*\n", "")
                .replaceFirst("(?m)^reviewBy:.*$", "$0\nvalidTo: 2026-01-01");
        try (DraftDesk desk = desks.over(folder.with(
                Map.of("pinned.yaml", Optional.of(text), file, Optional.of(expired))))) {
            assertThat(desk.ask("gäller blå bollen").outcome())
                    .isEqualTo(AnswerOutcome.NOT_ANSWERED_PAGE_EXPIRED);
        }
        assertThat(eva.get(page).body()).contains("gäller blå bollen", "Efter kampanjen",
                "Se vilka svar som ändras");
        eva.submitFrom(page, page + "/formular", "ta-bort", "galler-bla-bollen");
        assertThat(draft("pinned.yaml").text()).contains("pinned: []", "# Frågor som alltid");
    }

    @Test
    void everyTextHasAFieldAndAnUnknownPlaceholderIsRefused() {
        String page = PATH + "/svarstexter";
        assertThat(eva.get(page).body()).contains("id=\"noAnswer\"", "id=\"person.claimed\"",
                "{email}, {hours}, {name}, {phone}");
        HttpResponse<String> refused = eva.submitFrom(page, page + "/formular", "fil", "replies.sv.yaml",
                "version", "0", "noAnswer", "Fråga {chefen}.", "clarify", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Texten har något inom klammer", "Fråga {chefen}.",
                "Texten får inte vara tom");
        eva.submitFrom(page, page + "/formular", "fil", "replies.sv.yaml", "version", "0", "noAnswer",
                "Det vet jag inte.");
        assertThat(draft("replies.sv.yaml").text()).contains("# Ingen sida handlar om det som frågades.",
                "noAnswer: \"Det vet jag inte.\"");
        assertThat(eva.get(PATH + "/svarstexter?fil=replies.en.yaml").body()).contains("id=\"card\"");
        assertThat(eva.get(PATH + "/svarstexter?fil=contacts.yaml").statusCode()).isEqualTo(404);
    }

    @Test
    void synonymsHoursAndTopicsAreDraftsWithTheirFaultsNamed() {
        String words = PATH + "/synonymer";
        assertThat(eva.submitFrom(words, words + "/formular", "ord", "bara-ett").body())
                .contains("Skriv minst två ord");
        eva.submitFrom(words, words + "/formular", "ord", "fidget, snurra");
        assertThat(draft("synonyms.sv.txt").text()).endsWith("fidget, snurra\n");

        String hours = PATH + "/oppettider";
        eva.submitFrom(hours, hours + "/formular", "fran", "2026-12-23", "ko", "kontaktcenter", "ko",
                "bygglov", "hur", "tider", "oppnar", "08:00", "stanger", "12:00", "anledning", "Julfest");
        assertThat(draft("opening-hours.yaml").text()).endsWith("""
                  - from: 2026-12-23
                    queues: ["kontaktcenter", "bygglov"]
                    hours: 8.00-12.00
                    reason: "Julfest"
                """);
        assertThat(eva.get(hours).body()).doesNotContain("Det här måste rättas");

        String topics = PATH + "/amnen";
        eva.submitFrom(topics, topics + "/text", "fil", "policies/topics.yaml", "version", "0", "text",
                "otherwise: KANSKE\n");
        assertThat(eva.get(topics).body()).contains("Det här måste rättas", "policies/topics.yaml:1")
                .doesNotContain("Se vilka svar som ändras");
        assertThat(eva.submitFrom(topics, topics + "/text", "fil", "policies/topics.yaml", "version", "0",
                "text", "otherwise: RULE\n").body()).contains("Någon annan har sparat", "otherwise: RULE");
        String emergency = topics + "?fil=policies/emergency.yaml";
        String rules = archive.revisionNow("policies/emergency.yaml").orElseThrow().text();
        assertThat(eva.submitFrom(emergency, topics + "/text", "fil", "policies/emergency.yaml", "version",
                "0", "text", "# Längst upp.\n" + rules).statusCode()).as("the longest file of all")
                .isEqualTo(303);
        assertThat(draft("policies/emergency.yaml").text()).isEqualTo("# Längst upp.\n" + rules);
        assertThat(eva.get(PATH).body()).contains("synonyms.sv.txt", "Utkast", "Viktigt meddelande");
    }

    @Test
    void whatWasPublishedMeanwhileIsSeenBeforeItIsReplaced() {
        String words = PATH + "/synonymer";
        String file = "synonyms.sv.txt";
        eva.submitFrom(words, words + "/formular", "ord", "fidget, snurra");
        archive.restore(file, archive.history(file).getFirst().number(), Actor.machine("test"), "");
        assertThat(eva.get("/editor/sidor/redigera?fil=" + file).headers().firstValue("Location").orElse(""))
                .contains("/editor/installningar/fil");
        assertThat(eva.get(words).body()).contains("Filen har ändrats sedan utkastet började")
                .doesNotContain("Se vilka svar som ändras");
        eva.submitFrom(words, words + "/ny-grund", "fil", file);
        assertThat(eva.get(words).body()).contains("Se vilka svar som ändras")
                .doesNotContain("Filen har ändrats");
    }

    /** Through the look at all questions, as an editor does it. */
    @Test
    void whatChangesAnswersIsLookedAtAndPublishedByTheChiefAlone() {
        String words = PATH + "/synonymer";
        eva.submitFrom(words, words + "/formular", "ord", "fidget, snurra");
        String run = eva.submitFrom(words, "/editor/publicera", "utkast",
                draft("synonyms.sv.txt").id().toString()).headers().firstValue("Location").orElseThrow();
        StaffBrowser adam = signedIn("adam", StaffRole.APPROVER);
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200))
                .until(() -> !eva.get(run).body().contains("<progress"));
        assertThat(adam.get(run).body()).contains("fidget").doesNotContain("name=\"anteckning\"");
        assertThat(adam.submit(run, "sett", "1").statusCode()).isEqualTo(403);
        assertThat(eva.submit(run, "sett", "1").statusCode()).isEqualTo(303);
        assertThat(archive.revisionNow("synonyms.sv.txt").orElseThrow().text()).endsWith("fidget, snurra\n");
        assertThat(adam.submitFrom("/editor/sidor/historik?fil=synonyms.sv.txt",
                "/editor/sidor/historik/aterstall", "fil", "synonyms.sv.txt", "nummer", "1").statusCode())
                .isEqualTo(403);
        assertThat(eva.submitFrom("/editor/sidor/historik?fil=synonyms.sv.txt",
                "/editor/sidor/historik/aterstall", "fil", "synonyms.sv.txt", "nummer", "1").statusCode())
                .isEqualTo(303);
        assertThat(archive.revisionNow("synonyms.sv.txt").orElseThrow().text()).doesNotContain("fidget");
    }

    @Test
    void writersTryAndOnlyTheChiefPublishes() {
        StaffBrowser vera = signedIn("vera", StaffRole.WRITER);
        String words = PATH + "/synonymer";
        assertThat(vera.submitFrom(words, words + "/formular", "ord", "fidget, snurra").statusCode())
                .isEqualTo(303);
        assertThat(vera.get(words).body()).contains("Se vilka svar som ändras").doesNotContain("publicera.");
        String notice = PATH + "/meddelande";
        assertThat(vera.submitFrom(notice, notice + "/publicera", "fil", "notice.yaml").statusCode())
                .isEqualTo(403);
        assertThat(vera.submitFrom(notice, notice + "/ta-bort", "fil", "notice.yaml").statusCode())
                .isEqualTo(403);
        assertThat(eva.submitFrom(words, words + "/publicera", "fil", "synonyms.sv.txt").statusCode())
                .as("what changes answers is looked at first").isEqualTo(404);
    }
}
