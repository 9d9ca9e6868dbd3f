package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.handover.Presence;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffLeft;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TownClock;

/** Who is there, what a desk is told, and what becomes of the cases of those who are gone. */
@ServiceTest
class AttendanceTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Presence presence;
    @Autowired
    private Attendance attendance;
    @Autowired
    private Clock clock;
    @Autowired
    private ApplicationEventPublisher events;
    private DeskForTests desk;
    private StaffAccount account;
    private StaffBrowser anna;
    private Talk talk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        account = desk.account("anna", StaffRole.AGENT);
        anna = desk.signedIn("anna");
        talk = desk.waiting("{}");
    }

    @AfterEach
    void leave() {
        ((TownClock) clock).set(TownClock.OPEN);
        desk.leave();
    }

    @Test
    void theCaseOfAnAgentWhoseStreamIsCutWaitsAgainAndTheCitizenIsTold() {
        desk.claim(anna, talk);
        stream("").close();
        after(Presence.SILENCE.toSeconds());
        assertThat(state()).isEqualTo(ConversationState.WITH_AGENT);
        after(Presence.SILENCE.toSeconds() + 1);
        assertThat(state()).isEqualTo(ConversationState.WAITING);
        assertThat(cases.standing(id(talk)).queue()).isEqualTo(DeskForTests.QUEUE);
        List<Frame> frames = desk.citizen.events(talk, 0,
                frame -> frame.raw().contains("agent_vanished"));
        assertThat(frames.getLast().raw()).contains("tappade kontakten. Du behåller din plats");
    }

    @Test
    void withoutScriptsAPageCountsForTenMinutes() {
        desk.claim(anna, talk);
        for (int minute = 1; minute <= 10; minute++) {
            after(60L * minute - 30);
            after(60L * minute);
        }
        assertThat(state()).isEqualTo(ConversationState.WITH_AGENT);
        after(630);
        after(700);
        assertThat(state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void whatAScriptFetchesIsNoPageWithoutScripts() {
        desk.claim(anna, talk);
        stream("").close();
        assertThat(anna.get("/desk/queue").statusCode()).isEqualTo(200);
        assertThat(anna.get(page(talk) + "/transcript").statusCode()).isEqualTo(200);
        after(Presence.SILENCE.toSeconds() + 1);
        assertThat(state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void whoseScriptHasAnsweredOnceIsExpectedToAnswerAlsoAfterTheNextPage() {
        desk.claim(anna, talk);
        stream("").close();
        assertThat(anna.get(page(talk)).statusCode()).isEqualTo(200);
        after(Presence.SILENCE.toSeconds() + 1);
        assertThat(state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void whoeverSignsOutLeavesNoCaseBehind() {
        desk.claim(anna, talk);
        assertThat(anna.submitFrom("/staff", "/staff/sign-out").statusCode()).isEqualTo(303);
        assertThat(presence.there()).isEmpty();
        attendance.sweep();
        assertThat(state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void whoeverIsDisabledLeavesNoCaseBehindAndTheStreamEnds() {
        desk.claim(anna, talk);
        Stream stream = stream("");
        database.sql("update staff_account set disabled_at = current_timestamp where id = ?")
                .param(account.id()).update();
        events.publishEvent(new StaffLeft(account.id()));
        assertThat(ChatClient.until(stream.body(), frame -> false)).isNotEmpty();
        attendance.sweep();
        assertThat(state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void afterARestartAnOwnerWhoDoesNotComeBackHasVanished() {
        desk.claim(anna, talk);
        presence.left(account.id().toString());
        attendance.stream(account.id());
        presence.left(account.id().toString());
        attendance.expectOwners();
        attendance.sweep();
        assertThat(state()).isEqualTo(ConversationState.WITH_AGENT);
        after(Presence.SILENCE.toSeconds() + 1);
        assertThat(state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void aDeskIsToldOfNewCasesAndOfWhatTheCitizenWrites() {
        Stream stream = stream("?case=" + talk.id() + "&after=1");
        List<Frame> first = ChatClient.until(stream.body(), frame -> frame.event().equals("queue"));
        assertThat(first).noneMatch(frame -> frame.raw().contains("event:case"));
        stream.close();

        Stream again = stream("?case=" + talk.id() + "&after=0");
        assertThat(ChatClient.until(again.body(), frame -> frame.event().equals("case"))).last()
                .matches(frame -> frame.raw().contains("data:1"));

        Stream waiting = stream("");
        desk.waiting("{}");
        assertThat(ChatClient.until(waiting.body(),
                frame -> frame.raw().contains("data:" + DeskForTests.QUEUE))).isNotEmpty();
        assertThat(presence.there()).extracting(Presence.DeskAgent::name).contains("Test anna");
    }

    @Test
    void nobodyFollowsACaseThatIsNotForThem() {
        Talk ofOthers = desk.waiting("socialtjanst", "{}");
        for (String other : List.of(ofOthers.id(), desk.citizen.start().id(), "x",
                "00000000-0000-4000-8000-000000000000")) {
            assertThat(open("?case=" + other).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theAnswerToABeatCountsAsASignOfLife() {
        desk.claim(anna, talk);
        stream("").close();
        after(40);
        assertThat(anna.get("/api/desk/here").statusCode()).isEqualTo(204);
        after(80);
        assertThat(state()).isEqualTo(ConversationState.WITH_AGENT);
        after(86);
        assertThat(state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void anotherAgentsPageFollowsAClaim() {
        StaffBrowser bo = desk.agent("bo");
        assertThat(bo.get("/desk/queue?open=" + talk.id()).body()).contains(talk.id(), "aria-current")
                .doesNotContain("<html");
        desk.claim(anna, talk);
        assertThat(bo.get("/desk/queue").body()).doesNotContain(talk.id());
        assertThat(bo.get(page(talk) + "/transcript").body()).contains("Nu skriver du med")
                .doesNotContain("<html");
    }

    private ConversationState state() {
        return cases.standing(id(talk)).state();
    }

    /** The sweep as it is this many seconds after the beginning. */
    private void after(long seconds) {
        ((TownClock) clock).set(TownClock.OPEN.plusSeconds(seconds));
        attendance.sweep();
    }

    private record Stream(InputStream body) {
        void close() {
            try {
                body.close();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private Stream stream(String query) {
        HttpResponse<InputStream> response = open(query);
        assertThat(response.statusCode()).isEqualTo(200);
        return new Stream(response.body());
    }

    private HttpResponse<InputStream> open(String query) {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://localhost:" + port + "/api/desk/events" + query))
                .header("Accept", "text/event-stream")
                .header("Cookie", anna.cookies().entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofInputStream()).join();
    }
}
