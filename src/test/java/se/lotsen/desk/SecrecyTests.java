package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** A case of a secret queue, and who may know of it: every route, for every role, in every state. */
@ServiceTest
class SecrecyTests {
    private static final String SECRET = "socialtjanst";
    private static final List<String> ACTIONS = List.of("claim", "reply", "note", "transfer", "queue",
            "return",
            "close", "take-up");
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
    private CaseBook book;
    private DeskForTests desk;
    private StaffBrowser sara;
    private final Map<StaffBrowser, StaffAccount> outsiders = new LinkedHashMap<>();

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        desk.account("sara", List.of(SECRET), 9, StaffRole.AGENT);
        sara = desk.signedIn("sara");
        outsider("otherqueue", List.of("allmant", "bygglov"), StaffRole.AGENT);
        outsider("allqueues", List.of(), StaffRole.AGENT);
        outsider("othersecret", List.of("socialjour"), StaffRole.AGENT);
        outsider("boss", List.of(), StaffRole.SUPERVISOR);
        outsider("bosswholists", List.of("bygglov"), StaffRole.SUPERVISOR);
        outsider("workingboss", List.of(), StaffRole.AGENT, StaffRole.SUPERVISOR);
    }

    private void outsider(String name, List<String> queues, StaffRole... roles) {
        StaffAccount account = desk.account(name, queues, 9, roles);
        outsiders.put(desk.signedIn(name), account);
    }

    @AfterEach
    void leave() {
        desk.leave();
    }

    @Test
    void inNoStateIsThereATraceOfItForAnybodyWhoDoesNotListTheQueue() {
        Talk talk = desk.waiting(SECRET, PacketTests.WHOLE);
        assertThat(sara.get("/desk").body()).contains(talk.id());
        assertNoTrace(talk, "waiting");

        assertThat(desk.claim(sara, talk).statusCode()).isEqualTo(303);
        desk.act(sara, talk, "reply", "svar", "Hej, det stannar mellan oss.");
        desk.act(sara, talk, "note", "anteckning", "Orosanmälan");
        assertThat(sara.get(page(talk)).body()).contains("Orosanmälan", "sekretesskyddat");
        assertNoTrace(talk, "with an agent");

        desk.act(sara, talk, "close", "orsak", "other", "slut", "solved");
        assertThat(sara.get(page(talk)).statusCode()).isEqualTo(200);
        assertNoTrace(talk, "closed");

        desk.act(sara, talk, "take-up");
        assertThat(desk.act(sara, talk, "return").statusCode()).isEqualTo(303);
        assertThat(cases.standing(id(talk)).state()).isEqualTo(ConversationState.WITH_ASSISTANT);
        assertNoTrace(talk, "with the assistant again");
    }

    private void assertNoTrace(Talk talk, String state) {
        outsiders.forEach((browser, account) -> {
            String who = account.userName() + ", " + state;
            List<String> open = new ArrayList<>();
            for (String route : List.of(page(talk), page(talk) + "/transcript")) {
                if (browser.get(route).statusCode() != 404) {
                    open.add("GET " + route);
                }
            }
            if (stream(browser, talk) != 404) {
                open.add("stream");
            }
            for (String action : ACTIONS) {
                HttpResponse<String> answer = desk.act(browser, talk, action, "version",
                        Long.toString(cases.standing(id(talk)).version()), "svar", "x", "anteckning", "x",
                        "till", account.id().toString(), "queue", "bygglov", "fler", "1", "orsak", "other",
                        "slut", "solved");
                if (answer.statusCode() != 404) {
                    open.add("POST " + action + " " + answer.statusCode());
                }
            }
            assertThat(open).as(who).isEmpty();
            assertThat(browser.get("/desk").body() + browser.get("/desk/queue").body()).as(who)
                    .doesNotContain(talk.id(), "Förskola");
            Colleague colleague = attendance.page(account.id()).orElseThrow();
            assertThat(book.heard(colleague)).as(who).doesNotContain(SECRET);
            assertThat(book.isHidden(colleague, SECRET)).as(who).isTrue();
            assertThat(book.isOpenTo(colleague, id(talk))).as(who).isFalse();
        });
        assertThat(cases.notes(id(talk))).noneMatch(note -> note.text().value().equals("x"));
    }

    private int stream(StaffBrowser browser, Talk talk) {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://localhost:" + port + "/api/desk/events?case=" + talk.id()))
                .header("Accept", "text/event-stream")
                .header("Cookie", browser.cookies().entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void aSupervisorWhoListsTheQueueSeesIt() {
        desk.account("socialchefen", List.of(SECRET), 3, StaffRole.SUPERVISOR);
        StaffBrowser boss = desk.signedIn("socialchefen");
        Talk talk = desk.waiting(SECRET, "{}");
        Talk other = desk.waiting("bygglov", "{}");
        assertThat(boss.get("/desk").body()).contains(talk.id(), other.id());
        assertThat(boss.get(page(talk)).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyColleaguesWhoListTheQueueAreOfferedAndAccepted() {
        StaffAccount eva = desk.account("eva", List.of(SECRET), 9, StaffRole.AGENT);
        desk.signedIn("eva").get("/desk");
        outsiders.keySet().forEach(outsider -> outsider.get("/desk"));
        Talk talk = desk.waiting(SECRET, "{}");
        desk.claim(sara, talk);
        assertThat(sara.get(page(talk)).body()).contains("Test eva").doesNotContain("Test allqueues",
                "Test workingboss", "Test othersecret");
        outsiders.values().forEach(outsider -> assertThat(
                desk.act(sara, talk, "transfer", "till", outsider.id().toString()).statusCode())
                .as(outsider.userName()).isEqualTo(400));
        assertThat(desk.act(sara, talk, "transfer", "till", eva.id().toString()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void itIsMovedToWhereMoreSeeItOnlyByAConfirmedActThatIsLogged() {
        Talk talk = desk.waiting(SECRET, "{}");
        desk.claim(sara, talk);
        HttpResponse<String> refused = desk.act(sara, talk, "queue", "queue", "bygglov");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Bekräfta att fler får se det",
                "Flytta till en kö som fler ser");
        assertNoTrace(talk, "not moved");
        try (LogCapture log = new LogCapture()) {
            assertThat(desk.act(sara, talk, "queue", "queue", "bygglov", "fler", "1").statusCode())
                    .isEqualTo(303);
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("taken out of a secret queue, into bygglov"));
        }
        assertThat(cases.standing(id(talk)).reserved()).isNull();
        assertThat(sara.get(page(talk)).statusCode()).isEqualTo(404);
        assertThat(outsiders.keySet().iterator().next().get(page(talk)).statusCode()).isEqualTo(200);
    }

    @Test
    void itIsMovedToAnotherSecretQueueAndIsThenOnlyTheirs() {
        Talk talk = desk.waiting(SECRET, "{}");
        desk.claim(sara, talk);
        assertThat(desk.act(sara, talk, "queue", "queue", "socialjour").statusCode()).isEqualTo(303);
        assertThat(cases.standing(id(talk)).reserved()).isEqualTo("socialjour");
        assertThat(sara.get(page(talk)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverLosesTheQueueLosesTheCaseAndItWaitsAgainWhenTheyLeave() {
        Talk talk = desk.waiting(SECRET, "{}");
        desk.claim(sara, talk);
        database.sql("update staff_account set queues = 'allmant' where user_name = 'sara'").update();
        assertThat(sara.get(page(talk)).statusCode()).isEqualTo(404);
        assertThat(sara.get("/desk").body()).doesNotContain(talk.id());
        sara.submitFrom("/desk", "/staff/sign-out");
        attendance.sweep();
        assertThat(cases.standing(id(talk)).state()).isEqualTo(ConversationState.WAITING);
    }
}
