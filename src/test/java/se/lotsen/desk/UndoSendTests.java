package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.lotsen.conversation.AgentReplies;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TownClock;

/** A reply that can be taken back, by forms alone. The clock stands still, so nothing is due unless a test says so. */
@ServiceTest
@TestPropertySource(properties = {"lotsen.desk.undo-send=5s", "lotsen.retrieval.storage=memory"})
class UndoSendTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private AgentReplies replies;
    @Autowired
    private Attendance attendance;
    @Autowired
    private Clock clock;
    private DeskForTests desk;
    private StaffBrowser anna;
    private Talk talk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        anna = desk.agent("anna");
        talk = desk.waiting(PacketTests.WHOLE);
        desk.claim(anna, talk);
    }

    @AfterEach
    void leave() {
        ((TownClock) clock).set(TownClock.OPEN);
        desk.leave();
    }

    private HttpResponse<String> undo(StaffBrowser who, String typed) {
        String reply = replies.pending(id(talk)).map(pending -> pending.id().toString()).orElse("x");
        return desk.act(who, talk, "undo", "angra", reply, "svar", typed);
    }

    @Test
    void aReplyIsShownAsOnItsWayAndIsMaskedAlready() {
        desk.act(anna, talk, "reply", "svar", "Ring 0701740605");
        assertThat(anna.get(page(talk)).body()).contains("Skickas om några sekunder", "Ångra",
                "Ring [telefonnummer]");
        assertThat(database.sql("select message_data from pending_reply").query(String.class).list())
                .noneMatch(data -> data.contains("0701740605"));
        assertThat(desk.transcript(talk)).doesNotContain("telefonnummer");

        ((TownClock) clock).set(TownClock.OPEN.plusSeconds(5));
        List<Frame> frames = desk.citizen.events(talk, 0, frame -> frame.event().equals("message"));
        assertThat(frames.getLast().data().required("text").asString()).isEqualTo("Ring [telefonnummer]");
        assertThat(anna.get(page(talk)).body()).doesNotContain("Skickas om några sekunder");
    }

    @Test
    void whatIsTakenBackStandsInTheReplyAgainBeforeWhatWasTypedMeanwhile() {
        desk.act(anna, talk, "reply", "svar", "Det kostar 10 kronor.", "utkast", "1");
        HttpResponse<String> back = undo(anna, "Hör av dig.");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("Det kostar 10 kronor.\n\nHör av dig.</textarea>",
                "name=\"utkast\" value=\"1\"").doesNotContain("Skickas om några sekunder");
        ((TownClock) clock).set(TownClock.OPEN.plusSeconds(60));
        replies.releaseDue();
        assertThat(desk.transcript(talk)).doesNotContain("10 kronor");
    }

    @Test
    void whatTheCitizenHasIsNotTakenBack() {
        desk.act(anna, talk, "reply", "svar", "Hej!");
        String reply = replies.pending(id(talk)).orElseThrow().id().toString();
        desk.act(anna, talk, "reply", "svar", "En sak till.");
        assertThat(desk.transcript(talk)).contains("Hej!").doesNotContain("En sak till.");
        HttpResponse<String> late = desk.act(anna, talk, "undo", "angra", reply, "svar", "Mer");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("redan skickat", "Mer</textarea>");
        assertThat(desk.act(anna, talk, "undo", "angra", "x").statusCode()).isEqualTo(409);
    }

    @Test
    void onlyWhoWroteItTakesItBack() {
        desk.account("chefen", StaffRole.SUPERVISOR);
        StaffBrowser boss = desk.signedIn("chefen");
        StaffBrowser bo = desk.agent("bo");
        desk.act(anna, talk, "reply", "svar", "Hej!");
        assertThat(boss.get(page(talk)).body()).contains("Skickas om några sekunder")
                .doesNotContain("id=\"angra\"");
        assertThat(undo(bo, "").body()).contains("Test anna har ärendet");
        assertThat(undo(boss, "").statusCode()).isEqualTo(403);
        assertThat(replies.pending(id(talk))).isPresent();
    }

    @Test
    void theCaseOfWhoLeavesReleasesTheReplyFirst() {
        desk.act(anna, talk, "reply", "svar", "Jag är strax tillbaka.");
        desk.leave();
        String transcript = desk.transcript(talk);
        assertThat(transcript).contains("Jag är strax tillbaka.");
        assertThat(transcript.indexOf("strax tillbaka")).isLessThan(transcript.indexOf("agent_vanished"));
    }
}
