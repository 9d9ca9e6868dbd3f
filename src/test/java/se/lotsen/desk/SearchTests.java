package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.Masked;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** Old cases are found by whom they are for. */
@ServiceTest
class SearchTests {
    /** In no text of other tests. */
    private static final String WORD = "Åkerärtspollinering";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    private DeskForTests desk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
    }

    @AfterEach
    void leave() {
        desk.leave();
        database.sql("delete from conversation where exists (select 1 from event e where e.conversation_id ="
                + " conversation.id and e.data like '%pollinering%')").update();
    }

    private Talk saying(String queue, String words) {
        Talk talk = desk.waiting(queue, PacketTests.about("bygga-och-bo", "sv"));
        cases.postAsCitizen(id(talk), new IdempotencyKey(UUID.randomUUID()), Masked.masked(words), null);
        return talk;
    }

    private static HttpResponse<String> search(StaffBrowser who, String... filters) {
        StringBuilder address = new StringBuilder("/desk/sok?");
        for (int i = 0; i < filters.length; i += 2) {
            address.append(filters[i]).append('=')
                    .append(URLEncoder.encode(filters[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return who.get(address.toString());
    }

    @Test
    void aColleagueFindsWhatTheyMaySeeAndNothingElse() {
        StaffBrowser anna = desk.agent("anna");
        desk.account("chefen", StaffRole.SUPERVISOR);
        StaffBrowser boss = desk.signedIn("chefen");
        Talk mine = saying(DeskForTests.QUEUE, "Om " + WORD);
        Talk ofOthers = saying("bygglov", "Om " + WORD);
        assertThat(search(anna, "ord", WORD.toUpperCase()).body()).contains(page(mine), "Bygga och bo")
                .doesNotContain(ofOthers.id());
        assertThat(search(anna, "ord", WORD, "ko", "bygglov").body()).contains("Inget ärende passar")
                .doesNotContain(ofOthers.id());
        Talk secret = saying("socialtjanst", "Om " + WORD);
        assertThat(search(boss, "ord", WORD).body()).contains(page(mine), page(ofOthers))
                .doesNotContain(secret.id());
        assertThat(search(boss, "ord", WORD, "lage", "CLOSED").body()).contains("Inget ärende passar");
        assertThat(search(boss, "ord", WORD, "amne", "bygga-och-bo", "fran", "2026-11-24", "till",
                "2026-11-24", "lage", "WAITING").body()).contains(page(mine), page(ofOthers));
        assertThat(search(boss, "ord", WORD, "till", "2026-11-23").body()).contains("Inget ärende passar");
    }

    @Test
    void theWordIsNeverLogged() {
        StaffBrowser anna = desk.agent("anna");
        saying(DeskForTests.QUEUE, WORD);
        try (LogCapture log = new LogCapture()) {
            assertThat(search(anna, "ord", WORD).statusCode()).isEqualTo(200);
            assertThat(search(anna, "ord", WORD, "fran", "i går").statusCode()).isEqualTo(400);
            assertThat(log.lines()).noneMatch(line -> line.contains("pollinering"));
        }
    }

    @Test
    void whatCannotBeSearchedForIsSaid() {
        StaffBrowser anna = desk.agent("anna");
        assertThat(anna.get("/desk/sok").body()).contains("Sök bland ärenden").doesNotContain("Träffar");
        assertThat(search(anna, "ord", "å").body()).contains("minst två tecken").doesNotContain("Träffar");
        assertThat(search(anna, "fran", "i går").body()).contains("Skriv datum som")
                .doesNotContain("Träffar");
        assertThat(search(anna, "ord", "<script>\"x\"").body()).doesNotContain("<script>\"x");
        assertThat(new StaffBrowser(port).get("/desk/sok?ord=x").statusCode()).isEqualTo(303);
    }

    @Test
    void manyHitsStandOnPagesAndTheLimitIsSaid() {
        StaffBrowser anna = desk.agent("anna");
        for (int i = 0; i < 21; i++) {
            saying(DeskForTests.QUEUE, WORD + " & mer");
        }
        String first = search(anna, "ord", WORD + " & mer").body();
        assertThat(first).contains("högst 200", "Nästa sida", "Sida 1").doesNotContain("Föregående");
        assertThat(hits(first)).isEqualTo(20);
        String second = search(anna, "ord", WORD + " & mer", "sida", "2").body();
        assertThat(second).contains("Föregående sida").doesNotContain("Nästa sida");
        assertThat(hits(second)).isEqualTo(1);
        assertThat(first).contains("ord=%C3%85ker", "%26%20mer", "sida=2");
    }

    /** Not the lists beside them. */
    private static int hits(String page) {
        return page.substring(page.indexOf("traffar-rubrik")).split("href=\"/desk/cases/", -1).length - 1;
    }
}
