package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.handover.Presence;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TownClock;

/**
 * F12: an agent takes a case and is not heard of any more. The case waits again within a minute, once, and the citizen is told.
 * {@code -Dlotsen.f12=1000} for the full count.
 */
@ServiceTest
class F12VanishedAgentFaults {
    private static final int TIMES = Integer.getInteger("lotsen.f12", 100);
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    @Autowired
    private Clock clock;
    private DeskForTests desk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
    }

    @AfterEach
    void leave() {
        ((TownClock) clock).set(TownClock.OPEN);
        desk.leave();
    }

    @Test
    void aCaseWhoseAgentIsGoneWaitsAgainWithinAMinute() throws IOException {
        TownClock time = (TownClock) clock;
        for (int n = 0; n < TIMES; n++) {
            desk.account("anna", StaffRole.AGENT);
            StaffBrowser anna = desk.signedIn("anna");
            Talk talk = desk.waiting("{}");
            assertThat(desk.claim(anna, talk).statusCode()).isEqualTo(303);
            // By script the page says that it is open; then its computer dies.
            openAndDie(anna);
            time.set(time.instant().plus(Presence.SILENCE).plusSeconds(1));
            attendance.sweep();
            assertThat(cases.standing(id(talk)).state()).as("time %d", n)
                    .isEqualTo(ConversationState.WAITING);
            attendance.sweep();
            assertThat(desk.transcript(talk).split("tappade kontakten", -1)).as("the citizen is told once")
                    .hasSize(2);
            leave();
        }
        System.out.printf(
                "| F12 agent vanishes | %d times | each case waits again after %d s of silence, each citizen told once |%n",
                TIMES, Presence.SILENCE.toSeconds());
    }

    private void openAndDie(StaffBrowser agent) throws IOException {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://localhost:" + port + "/api/desk/events"))
                .header("Accept", "text/event-stream")
                .header("Cookie", agent.cookies().entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")))
                .build();
        try (HttpClient computer = HttpClient.newHttpClient()) {
            InputStream stream = computer.sendAsync(request, BodyHandlers.ofInputStream()).join().body();
            assertThat(stream.read()).isPositive();
            stream.close();
            computer.shutdownNow();
        }
    }
}
