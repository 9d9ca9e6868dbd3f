package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.delivery.Making;
import se.lotsen.delivery.Promises;
import se.lotsen.delivery.Slot;
import se.lotsen.delivery.Wish;
import se.lotsen.handover.HandoverFigures;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TownClock;

/** The supervisors' picture of a made-up day; every number was reckoned by hand. */
@ServiceTest
class PictureTests {
    private static final Agent EVA = new Agent("00000000-0000-4000-8000-00000000e0a0", "Eva");
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    @Autowired
    private Overview overview;
    @Autowired
    private Promises promises;
    @Autowired
    private Clock clock;
    private DeskForTests desk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        database.sql("delete from conversation").update();
    }

    @AfterEach
    void leave() {
        at(TownClock.OPEN);
        database.sql("delete from conversation").update();
        database.sql("delete from receipt_number").update();
        desk.leave();
    }

    private void at(Instant moment) {
        ((TownClock) clock).set(moment);
    }

    private Talk asks(String queue, Instant when) {
        at(when);
        Talk talk = desk.citizen.start();
        cases.request(id(talk), key(), queue, "{}", null);
        return talk;
    }

    private Talk accepted(String queue, Instant when, int after) {
        Talk talk = asks(queue, when);
        at(when.plusSeconds(after));
        cases.claim(id(talk), EVA, 1, null);
        return talk;
    }

    private void ended(Talk talk, String wrapUp, String reason) {
        cases.resolve(id(talk), key(), EVA, wrapUp, reason, null);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }

    /** Tuesday at ten is now; Monday of the week before is outside, Wednesday is its first day. */
    private void seed() {
        Instant now = TownClock.OPEN;
        accepted("bygglov", Instant.parse("2026-11-16T09:00:00Z"), 10);
        ended(accepted("bygglov", Instant.parse("2026-11-18T09:00:00Z"), 100), "solved", "complaint");
        ended(accepted("bygglov", now.minusSeconds(1800), 20), "solved", "complaint");
        ended(accepted("bygglov", now.minusSeconds(1500), 70), "forwarded", "other");
        ended(accepted("socialtjanst", now.minusSeconds(1200), 30), "solved", "comment");
        Talk left = asks("bygglov", now.minusSeconds(900));
        at(now.minusSeconds(880));
        cases.leaveQueue(id(left), key(), null);
        Talk late = asks("bygglov", now.minusSeconds(800));
        at(now.minusSeconds(700));
        cases.timeOut(id(late), 1, null);
        asks("bygglov", now.minusSeconds(360));
        asks("bygglov", now.minusSeconds(30));
        asks("socialtjanst", now.minusSeconds(125));
        at(now);
    }

    @Test
    void everyNumberIsWhatTheRecordSays() {
        seed();
        Picture picture = overview.picture();
        Picture.Queue building = queue(picture, "bygglov");
        assertThat(building.waiting()).isEqualTo(2);
        assertThat(building.longest()).isEqualTo(6);
        assertThat(building.hours()).isEqualTo("Öppet till kl. 12.00 i dag");
        // Today: 20 s, 70 s, one left, one timed out, one waits for 360 s; who waits for 30 s is undecided.
        assertThat(building.today()).isEqualTo(new HandoverFigures(5, 1, 2, 45L, 70L, 1, 1, 0));
        assertThat(building.today().level()).isEqualTo(20);
        // The week has the 100 s of Wednesday, too, and not last Monday.
        assertThat(building.week()).isEqualTo(new HandoverFigures(6, 1, 3, 63L, 100L, 1, 1, 0));
        assertThat(queue(picture, "socialtjanst").today())
                .isEqualTo(new HandoverFigures(2, 1, 1, 30L, 30L, 0, 0, 0));
        assertThat(picture.total().today()).isEqualTo(new HandoverFigures(7, 2, 3, 40L, 70L, 1, 1, 0));
        assertThat(picture.total().waiting()).isEqualTo(3);
        assertThat(code(picture.reasons(), "complaint"))
                .isEqualTo(new Picture.Code("complaint", "Klagomål", 1, 2));
        assertThat(code(picture.wrapUps(), "solved"))
                .isEqualTo(new Picture.Code("solved", "Löst av kontaktcenter", 2, 3));
        assertThat(code(picture.reasons(), "fault-report").week()).isZero();
        assertThat(picture.wrapUps().stream().mapToLong(Picture.Code::week).sum()).isEqualTo(
                database.sql("select count(*) from wrap_up").query(Long.class).single());
        assertThat(picture.total().week().timedOut()).isEqualTo(database
                .sql("""
                        select count(*) from event where event_type = 'state' and data like '%"change":"timed_out"%'""")
                .query(Integer.class).single());
    }

    @Test
    void agentsAreThereOrPausedAndHaveSoManyOfSoManyCases() {
        StaffAccount anna = desk.account("anna", List.of("bygglov"), 2, StaffRole.AGENT);
        desk.account("carl", List.of(), 0, StaffRole.AGENT);
        StaffBrowser browser = desk.signedIn("anna");
        browser.submitFrom("/desk", "/desk/pause", "orsak", "lunch");
        Talk talk = asks("bygglov", TownClock.OPEN);
        cases.claim(id(talk), new Agent(anna.id().toString(), "Test anna"), 1, null);
        Picture picture = overview.picture();
        assertThat(picture.agents()).containsExactly(new Picture.AtWork("Test anna", true, "Lunch", 1, 2),
                new Picture.AtWork("Test carl", false, null, 0, 1));
        assertThat(queue(picture, "bygglov").there()).isEqualTo(1);
        assertThat(queue(picture, "bygglov").paused()).isEqualTo(1);
        assertThat(queue(picture, "avfall").there()).isZero();
    }

    @Test
    void promisesAreAtRiskAnHourBeforeTheyAreBroken() {
        Talk talk = desk.citizen.start();
        Slot slot = promises.offer("bygglov", "sv", clock.instant()).getFirst().slot();
        assertThat(promises.make(id(talk), key(), new Wish(slot, "sv", null, null, "{}")))
                .isInstanceOf(Making.Made.class);
        assertThat(overview.picture().total().atRisk()).isZero();
        at(slot.due().minusSeconds(1800));
        assertThat(queue(overview.picture(), "bygglov"))
                .matches(queue -> queue.atRisk() == 1 && queue.broken() == 0);
        at(slot.due().plusSeconds(1));
        assertThat(queue(overview.picture(), "bygglov"))
                .matches(queue -> queue.atRisk() == 0 && queue.broken() == 1);
        assertThat(overview.picture().total().broken()).isEqualTo(1);
    }

    @Test
    void thePageSaysItInTablesAndTheFileInLinesToSupervisorsAlone() {
        seed();
        desk.account("chefen", List.of(), 3, StaffRole.SUPERVISOR);
        desk.account("anna", StaffRole.AGENT);
        StaffBrowser boss = desk.signedIn("chefen");
        String page = boss.get("/desk/lage").body();
        assertThat(page).contains("<caption id=\"lage-dag-rubrik\">Överlämningar i dag</caption>", "20 % (1)",
                "Mottagna inom 60 s", "Klagomål", "sekretess", "href=\"/desk/lage\"", "Test anna",
                "Inte på plats");
        assertThat(boss.get("/desk/lage/tabeller").body()).contains("id=\"lage\"").doesNotContain("<html");
        HttpResponse<String> file = boss.get("/desk/lage/siffror.csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "lage-2026-11-24.csv");
        assertThat(file.body()).startsWith("\uFEFF\"Vad\";\"Kod\";")
                .contains("\"Kö\";\"bygglov\";\"Bygg- och planenheten\";\"Begärda\";\"I dag\";\"5\"\r\n",
                        "\"Varför invånaren hörde av sig\";\"complaint\";\"Klagomål\";\"Antal\";\"Sju dagar\";\"2\"\r\n")
                .doesNotContain("Test anna", "Eva");
        StaffBrowser anna = desk.signedIn("anna");
        for (String path : List.of("/desk/lage", "/desk/lage/tabeller", "/desk/lage/siffror.csv")) {
            assertThat(anna.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(anna.get("/desk").body()).doesNotContain("/desk/lage\"");
    }

    private static Picture.Queue queue(Picture picture, String id) {
        return picture.queues().stream().filter(queue -> queue.id().equals(id)).findFirst().orElseThrow();
    }

    private static Picture.Code code(List<Picture.Code> codes, String id) {
        return codes.stream().filter(code -> code.id().equals(id)).findFirst().orElseThrow();
    }
}
