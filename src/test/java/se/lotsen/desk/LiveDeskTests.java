package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TownClock;

/** What is new, what the citizen was shown, who else reads, and who writes. */
@ServiceTest
class LiveDeskTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    @Autowired
    private Onlookers onlookers;
    @Autowired
    private Clock clock;
    private DeskForTests desk;
    private StaffBrowser anna;
    private Talk talk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        anna = desk.agent("anna");
        talk = desk.waiting(PacketTests.about("bygga-och-bo", "sv"));
        desk.claim(anna, talk);
    }

    @AfterEach
    void leave() {
        ((TownClock) clock).set(TownClock.OPEN.plusSeconds(600));
        onlookers.sweep();
        ((TownClock) clock).set(TownClock.OPEN);
        desk.leave();
    }

    private void citizenWrites(String text) {
        assertThat(desk.citizen.post(talk.path("/messages"), talk.headers(ChatClient.newKey()),
                "{\"text\":\"" + text + "\"}").statusCode()).isEqualTo(201);
    }

    private int citizenTypes() {
        return desk.citizen.post(talk.path("/typing"), Map.of(ChatClient.TOKEN, talk.token()), "")
                .statusCode();
    }

    private int types(StaffBrowser agent) {
        return agent.submitFrom("/staff", "/api/desk/typing?case=" + talk.id()).statusCode();
    }

    /** The desk's stream of somebody, until an event that satisfies the condition. */
    private List<Frame> follow(StaffBrowser agent, Predicate<Frame> last) throws Exception {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://localhost:" + port + "/api/desk/events?case=" + talk.id()))
                .header("Cookie", agent.cookies().entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")))
                .build();
        HttpResponse<InputStream> stream = HttpClient.newHttpClient().send(request,
                BodyHandlers.ofInputStream());
        return ChatClient.until(stream.body(), last);
    }

    @Test
    void theListAndTheTitleCountWhatIsNewUntilTheCaseIsOpened() {
        anna.get(page(talk));
        citizenWrites("Hej");
        assertThat(anna.get("/desk").body()).contains("1 nytt meddelande", ">(1) ");
        citizenWrites("Hallå");
        assertThat(anna.get("/desk").body()).contains("2 nya meddelanden", ">(2) ");
        assertThat(anna.get("/desk/queue").body()).contains("data-count=\"2\"", "data-unread=\"2\"");
        assertThat(anna.get(page(talk)).body()).doesNotContain("nya meddelanden", ">(1) ", ">(2) ");
        assertThat(anna.get("/desk").body()).doesNotContain("nya meddelanden");
    }

    @Test
    void aPageThatNobodyLooksAtLeavesNewWhatIsNew() {
        anna.get(page(talk));
        citizenWrites("Hej");
        anna.get(page(talk) + "/transcript?seen=false");
        assertThat(anna.get("/desk/queue?seen=false&open=" + talk.id()).body())
                .contains("1 nytt meddelande");
        assertThat(anna.get("/desk/queue?seen=true&open=" + talk.id()).body())
                .as("the case that is looked at").doesNotContain("1 nytt meddelande");
        anna.get(page(talk) + "/transcript?seen=true");
        assertThat(anna.get("/desk").body()).doesNotContain("nytt meddelande");
    }

    @Test
    void whatTheTranscriptHasGivenIsShown() {
        desk.act(anna, talk, "reply", "svar", "Hej!");
        assertThat(anna.get(page(talk)).body()).contains("Skickat").doesNotContain("Visat för invånaren");
        desk.citizen.transcript(talk);
        assertThat(anna.get(page(talk)).body()).contains("Visat för invånaren").doesNotContain("Skickat<");
        desk.act(anna, talk, "reply", "svar", "En sak till.");
        assertThat(anna.get(page(talk)).body()).contains("Visat för invånaren", "Skickat<");
    }

    @Test
    void whatTheOpenStreamHasGivenIsShownAndTheDeskIsTold() throws Exception {
        List<Frame> told = follow(anna, new Predicate<>() {
            private int queues;
            private boolean begun;

            @Override
            public boolean test(Frame frame) {
                if (!begun && frame.event().equals("case")) {
                    begun = true;
                    desk.act(anna, talk, "reply", "svar", "Hej!");
                    desk.citizen.events(talk, 0, one -> one.event().equals("message"));
                }
                queues += begun && frame.event().equals("queue") && frame.raw().contains(DeskForTests.QUEUE)
                        ? 1
                        : 0;
                return queues > 0 && shown();
            }
        });
        assertThat(told).isNotEmpty();
        assertThat(anna.get(page(talk)).body()).contains("Visat för invånaren");
    }

    private boolean shown() {
        return anna.get(page(talk) + "/transcript").body().contains("Visat för invånaren");
    }

    @Test
    void whoComesBackAfterAMessageHasHadIt() {
        desk.act(anna, talk, "reply", "svar", "Hej!");
        long message = cases.standing(id(talk)).version() + 1;
        desk.act(anna, talk, "close", "orsak", "other", "slut", "solved");
        desk.citizen.events(talk, message, frame -> true);
        await().atMost(Duration.ofSeconds(20)).until(this::shown);
    }

    @Test
    void aCaseSaysWhoElseHasItOpenUntilTheyAreGone() {
        desk.account("chefen", StaffRole.SUPERVISOR);
        StaffBrowser boss = desk.signedIn("chefen");
        assertThat(anna.get(page(talk)).body()).doesNotContain("läser också detta");
        boss.get(page(talk));
        assertThat(anna.get(page(talk)).body()).contains("Test chefen läser också detta");
        assertThat(boss.get(page(talk) + "/transcript").body()).contains("Test anna läser också detta");
        ((TownClock) clock).set(TownClock.OPEN.plusSeconds(30));
        assertThat(boss.get("/api/desk/here?case=" + talk.id()).statusCode()).isEqualTo(204);
        ((TownClock) clock).set(TownClock.OPEN.plusSeconds(60));
        assertThat(anna.get(page(talk)).body()).contains("Test chefen läser också detta");
        ((TownClock) clock).set(TownClock.OPEN.plusSeconds(71));
        assertThat(anna.get(page(talk)).body()).doesNotContain("läser också detta");
    }

    @Test
    void nobodyLooksIntoACaseOfOthers() {
        Talk ofOthers = desk.waiting("socialtjanst", "{}");
        assertThat(anna.get("/api/desk/here?case=" + ofOthers.id()).statusCode()).isEqualTo(404);
        assertThat(anna.submitFrom("/staff", "/api/desk/typing?case=" + ofOthers.id()).statusCode())
                .isEqualTo(404);
        assertThat(anna.post("/api/desk/typing?case=" + talk.id()).statusCode()).as("without the token")
                .isEqualTo(403);
    }

    @Test
    void theAgentSeesThatTheCitizenWritesAndThatAColleagueCame() throws Exception {
        List<Frame> frames = follow(anna, frame -> {
            if (frame.event().equals("case") && frame.raw().contains("data:2")) {
                assertThat(citizenTypes()).isEqualTo(204);
            }
            return frame.event().equals("typing");
        });
        assertThat(frames.getLast().raw()).contains("event:typing").doesNotContain("id:");
    }

    @Test
    void theCitizenSeesThatTheOwnerWritesAndNobodyElse() {
        StaffBrowser bo = desk.agent("bo");
        List<Frame> frames = desk.citizen.events(talk, 0, frame -> {
            if (frame.event().equals("state") && frame.raw().contains("\"claimed\"")) {
                assertThat(types(bo)).isEqualTo(204);
                assertThat(frame.isStored()).isTrue();
                assertThat(types(anna)).isEqualTo(204);
            }
            return frame.event().equals("typing");
        });
        assertThat(frames).filteredOn(frame -> frame.event().equals("typing")).singleElement()
                .matches(frame -> !frame.isStored())
                .extracting(frame -> frame.data().toString()).isEqualTo("{\"author\":\"agent\"}");
    }

    @Test
    void aForeignTokenTypesNothing() {
        assertThat(desk.citizen.post(talk.path("/typing"), Map.of(ChatClient.TOKEN, "x"), "").statusCode())
                .isEqualTo(404);
        assertThat(desk.citizen.post(talk.path("/typing"), Map.of(), "").statusCode()).isEqualTo(404);
    }

    @Test
    void anAreaIsShownInWords() {
        assertThat(anna.get(page(talk)).body()).contains("<h1>Bygga och bo</h1>");
        Talk other = desk.waiting(PacketTests.about("stod-och-omsorg", "sv"));
        assertThat(anna.get("/desk").body()).contains("Bygga och bo", "Stöd och omsorg")
                .doesNotContain(">stod-och-omsorg<");
        assertThat(anna.get(page(other)).body()).contains("<h1>Stöd och omsorg</h1>");
    }

    @Test
    void onlyOperatorsFindTheWayToTheDeliveries() {
        desk.account("olle", StaffRole.AGENT, StaffRole.ADMIN);
        assertThat(desk.signedIn("olle").get("/desk").body()).contains("href=\"/operations/deliveries\"");
        assertThat(anna.get("/desk").body()).doesNotContain("/operations/deliveries");
    }
}
