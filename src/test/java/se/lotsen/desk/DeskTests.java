package se.lotsen.desk;

import se.lotsen.conversation.HandoverReason;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.handover.CasePacket;
import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.handover.Presence;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** What agents do with cases, by forms alone. */
@ServiceTest
class DeskTests {
    private static final String XSS = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";
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
    private DeskForTests desk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
    }

    @AfterEach
    void leave() {
        desk.leave();
    }

    @Test
    void ofTwoAgentsWhoClaimOneWinsAndTheOtherIsToldWho() {
        StaffBrowser anna = desk.agent("anna");
        StaffBrowser bo = desk.agent("bo");
        Talk talk = desk.waiting(PacketTests.WHOLE);
        assertThat(anna.get("/desk").body()).contains(talk.id(), "Förskola", "Väntat 0 min", "svenska");

        assertThat(desk.claim(anna, talk).statusCode()).isEqualTo(303);
        HttpResponse<String> late = desk.claim(bo, talk);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Test anna har ärendet");
        assertThat(anna.get(page(talk)).body()).contains("Du har ärendet", "id=\"svar-text\"");
        assertThat(bo.get(page(talk)).body()).contains("Test anna har ärendet")
                .doesNotContain("id=\"svar-text\"");
        assertThat(desk.transcript(talk)).contains("Nu skriver du med Test anna");
    }

    @Test
    void ofManyClaimsAtOnceExactlyOneWins() throws Exception {
        List<StaffBrowser> agents = List.of(desk.agent("anna"), desk.agent("bo"), desk.agent("cilla"),
                desk.agent("david"));
        try (ExecutorService threads = Executors.newFixedThreadPool(agents.size())) {
            for (int round = 0; round < 5; round++) {
                Talk talk = desk.waiting("{}");
                List<Callable<Integer>> claims = agents.stream()
                        .<Callable<Integer>>map(agent -> () -> desk.claim(agent, talk).statusCode()).toList();
                List<Integer> codes = new ArrayList<>();
                for (Future<Integer> code : threads.invokeAll(claims)) {
                    codes.add(code.get());
                }
                assertThat(codes).containsOnlyOnce(303).containsOnly(303, 409);
            }
        }
    }

    @Test
    void aReplyReachesTheCitizensStreamOnceHoweverOftenItIsSent() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting(PacketTests.WHOLE);
        desk.claim(anna, talk);
        String key = desk.key(anna, talk);
        for (int i = 0; i < 10; i++) {
            assertThat(desk.actWith(key, anna, talk, "reply", "svar", "Ring 0701740605,\nsäger jag.",
                    "utkast", "1").statusCode()).isEqualTo(303);
        }
        List<Frame> frames = desk.citizen.events(talk, 0, frame -> frame.event().equals("message"));
        assertThat(frames.getLast().data().required("text").asString())
                .isEqualTo("Ring [telefonnummer],\nsäger jag.");
        assertThat(frames.getLast().data().required("name").asString()).isEqualTo("Test anna");
        assertThat(frames.getLast().raw()).contains("/knowledge/forskola-avgift#a")
                .doesNotContain("annan.example");
        assertThat(desk.transcript(talk).split("telefonnummer", -1)).hasSize(2);
    }

    @Test
    void aNoteIsMarkedAndNeverReachesTheCitizen() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting("{}");
        desk.claim(anna, talk);
        assertThat(desk.act(anna, talk, "note", "anteckning", "Hemlig iakttagelse").statusCode())
                .isEqualTo(303);
        desk.act(anna, talk, "reply", "svar", "Hej!");
        assertThat(anna.get(page(talk)).body()).contains("Hemlig iakttagelse",
                "Intern anteckning – syns aldrig för invånaren", "entry-note");
        List<Frame> frames = desk.citizen.events(talk, 0, frame -> frame.event().equals("message"));
        assertThat(frames).noneMatch(frame -> frame.raw().contains("Hemlig"));
        assertThat(desk.transcript(talk)).contains("Hej!").doesNotContain("Hemlig");
    }

    @Test
    void onlyTheOwnerWritesAndChangesAndKeepsWhatWasTyped() {
        StaffBrowser anna = desk.agent("anna");
        StaffBrowser bo = desk.agent("bo");
        Talk talk = desk.waiting("{}");
        assertThat(desk.act(bo, talk, "reply", "svar", "För tidigt").body())
                .contains("Ingen har ärendet", "För tidigt");
        desk.claim(anna, talk);
        for (String action : List.of("reply", "queue", "return", "close")) {
            HttpResponse<String> refused = desk.act(bo, talk, action, "svar", "Min text", "queue",
                    "bygglov", "orsak", "other", "slut", "solved");
            assertThat(refused.statusCode()).as(action).isEqualTo(409);
            assertThat(refused.body()).contains("Test anna har ärendet", "Min text");
        }
        assertThat(cases.standing(id(talk)).agent().name()).isEqualTo("Test anna");
        assertThat(desk.transcript(talk)).doesNotContain("Min text", "För tidigt");
    }

    @Test
    void aCaseIsClosedWithItsReasonAndTakenUpAgain() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting("{}");
        desk.claim(anna, talk);
        assertThat(desk.act(anna, talk, "close", "orsak", "", "slut", "solved").statusCode()).isEqualTo(400);
        assertThat(desk.act(anna, talk, "close", "orsak", "fault-report", "slut", "solved").statusCode())
                .isEqualTo(303);
        assertThat(anna.get(page(talk)).body()).contains("Ärendet är avslutat",
                "Test anna: Löst av kontaktcenter, Felanmälan");
        assertThat(cases.wrapUps(id(talk))).singleElement()
                .matches(end -> end.contactReason().equals("fault-report"));
        assertThat(desk.act(anna, talk, "take-up").statusCode()).isEqualTo(303);
        assertThat(anna.get(page(talk)).body()).contains("Du har ärendet");
    }

    @Test
    void aCaseIsHandedOnToAColleagueWhoIsThereToAQueueAndToTheAssistant() {
        StaffBrowser anna = desk.agent("anna");
        StaffBrowser bo = desk.agent("bo");
        String boId = desk.account("carl", StaffRole.AGENT).id().toString();
        Talk talk = desk.waiting("{}");
        desk.claim(anna, talk);
        assertThat(desk.act(anna, talk, "transfer", "till", boId).statusCode()).as("not there")
                .isEqualTo(400);
        assertThat(anna.get(page(talk)).body()).contains("Ingen kollega är på plats");
        bo.get("/desk");
        String present = presence.there().stream().filter(agent -> agent.name().equals("Test bo"))
                .findFirst().orElseThrow().account();
        assertThat(desk.act(anna, talk, "transfer", "till", present).statusCode()).isEqualTo(303);
        assertThat(bo.get("/desk").body()).contains("mitt-" + talk.id());
        assertThat(desk.act(bo, talk, "queue", "queue", "finns-inte").statusCode()).isEqualTo(400);
        assertThat(desk.act(bo, talk, "queue", "queue", "bygglov").statusCode()).isEqualTo(303);
        assertThat(cases.standing(id(talk)).queue()).isEqualTo("bygglov");
        assertThat(bo.get(page(talk)).statusCode()).as("of a queue of others").isEqualTo(404);

        Talk other = desk.waiting("{}");
        desk.claim(anna, other);
        assertThat(desk.act(anna, other, "return").statusCode()).isEqualTo(303);
        assertThat(cases.standing(id(other)).state()).isEqualTo(ConversationState.WITH_ASSISTANT);
    }

    @Test
    void theDraftIsPutAfterWhatWasTypedWithoutScripts() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting(PacketTests.WHOLE);
        desk.claim(anna, talk);
        HttpResponse<String> filled = desk.act(anna, talk, "reply", "svar", "Hej Lisa!", "infoga", "1");
        assertThat(filled.statusCode()).isEqualTo(200);
        assertThat(filled.body()).contains("Hej Lisa!\n\nDet kostar 100 kr.",
                "name=\"utkast\" value=\"1\"");
        assertThat(desk.transcript(talk)).doesNotContain("Hej Lisa");
    }

    @Test
    void whatIsNotForTheDeskLooksAsIfItDidNotExist() {
        StaffBrowser anna = desk.agent("anna");
        Talk neverHandedOver = desk.citizen.start();
        Talk ofOthers = desk.waiting("socialtjanst", "{}");
        Talk unknown = new Talk("00000000-0000-4000-8000-000000000000", "");
        for (Talk talk : List.of(neverHandedOver, ofOthers, unknown, new Talk("x", ""),
                new Talk("zzzzzzzz-0000-4000-8000-000000000000", ""))) {
            assertThat(anna.get(page(talk)).statusCode()).isEqualTo(404);
            assertThat(anna.get(page(talk) + "/transcript").statusCode()).isEqualTo(404);
            for (String action : List.of("claim", "reply", "note", "transfer", "queue", "return", "close",
                    "take-up")) {
                assertThat(desk.act(anna, talk, action, "svar", "x", "anteckning", "x", "till", "x",
                        "queue", "bygglov", "orsak", "other", "slut", "solved", "version", "1").statusCode())
                        .as(action + " " + talk.id()).isEqualTo(404);
            }
        }
        assertThat(cases.notes(id(ofOthers))).isEmpty();
    }

    @Test
    void aSupervisorSeesEveryQueueAndNotesButTakesNothing() {
        desk.account("chefen", StaffRole.SUPERVISOR);
        StaffBrowser boss = desk.signedIn("chefen");
        Talk talk = desk.waiting("bygglov", "{}");
        assertThat(boss.get("/desk").body()).contains(talk.id(), "tar inga").doesNotContain("/claim");
        assertThat(desk.claim(boss, talk).statusCode()).isEqualTo(403);
        assertThat(desk.act(boss, talk, "note", "anteckning", "Viktigt").statusCode()).isEqualTo(303);
        assertThat(presence.there()).extracting(Presence.DeskAgent::name).doesNotContain("Test chefen");
    }

    @Test
    void nobodyElseComesIn() {
        desk.account("red", StaffRole.EDITOR);
        assertThat(desk.signedIn("red").get("/desk").statusCode()).isEqualTo(403);
        StaffBrowser stranger = new StaffBrowser(port);
        assertThat(stranger.get("/desk").statusCode()).isEqualTo(303);
        assertThat(stranger.get("/api/desk/events").statusCode()).isEqualTo(401);
    }

    @Test
    void withoutTheFormsTokenNothingHappens() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting("{}");
        HttpResponse<String> refused = anna.post(page(talk) + "/claim", "version", "1");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(cases.standing(id(talk)).state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void whateverIsWrittenStaysText() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting(new CasePacket(HandoverReason.UNCLEAR, XSS, XSS, List.of(XSS),
                List.of(new CasePacket.TriedSource("x", XSS, 1, "javascript:" + XSS)), List.of(XSS), XSS,
                new CasePacket.Draft(XSS, List.of(new Citation("x", XSS, "javascript:" + XSS))), XSS).json());
        desk.claim(anna, talk);
        desk.act(anna, talk, "reply", "svar", XSS, "utkast", "1");
        desk.act(anna, talk, "note", "anteckning", XSS);
        for (String body : List.of(anna.get(page(talk)).body(), anna.get("/desk").body(),
                anna.get(page(talk) + "/transcript").body(),
                desk.act(anna, talk, "reply", "svar", XSS, "infoga", "1").body())) {
            assertThat(body).contains("&lt;img").doesNotContain("<img src=x", "<script>alert",
                    "href=\"javascript");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4_001})
    void aReplyThatIsEmptyOrTooLongIsRefusedAndKept(int length) {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting("{}");
        desk.claim(anna, talk);
        String text = "å".repeat(length);
        HttpResponse<String> refused = desk.act(anna, talk, "reply", "svar", text);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(text);
        assertThat(desk.transcript(talk)).doesNotContain("\"message\"");
    }

    @Test
    void aTextOfTwentyThousandCharactersIsRefusedAndNothingIsStored() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting("{}");
        desk.claim(anna, talk);
        HttpResponse<String> refused = desk.act(anna, talk, "reply", "svar", "å".repeat(20_000));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("<h1>");
        assertThat(desk.transcript(talk)).doesNotContain("\"message\"");
    }

    @Test
    void aFormWithoutItsKeyIsRefused() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting("{}");
        desk.claim(anna, talk);
        assertThat(desk.actWith("x", anna, talk, "reply", "svar", "Hej").statusCode()).isEqualTo(400);
    }

    @Test
    void inAPauseNobodyTakesCases() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting("{}");
        assertThat(anna.submitFrom("/desk", "/desk/pause", "orsak", "gone-fishing").statusCode())
                .isEqualTo(400);
        assertThat(anna.submitFrom("/desk", "/desk/pause", "orsak", "lunch").statusCode()).isEqualTo(303);
        assertThat(anna.get("/desk").body()).contains("Du har paus: Lunch");
        assertThat(desk.claim(anna, talk).body()).contains("Avsluta pausen");
        assertThat(presence.taking(DeskForTests.QUEUE, "sv")).isEmpty();
        anna.submitFrom("/desk", "/desk/resume");
        assertThat(desk.claim(anna, talk).statusCode()).isEqualTo(303);
    }

    @Test
    void whatTheAssistantSaidIsThereWithItsSourcesAndHowSureItWas() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.citizen.start();
        desk.citizen.ask(talk, ChatClient.newKey(), "vad kostar förskolan för två barn");
        desk.adopt(talk, "{}");
        assertThat(anna.get(page(talk)).body()).contains("vad kostar förskolan för två barn",
                "Assistentens säkerhet", "href=\"/knowledge/forskola-avgift");
    }
}
