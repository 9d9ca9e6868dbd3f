package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** A municipality that has a person look at some answers first. */
@ServiceTest
class ApprovalTests {
    private static final String APPROVED_FIRST = "vad kostar förskolan för två barn";
    private static final String DRAFT_ONLY = "vad kostar bygglov för ett staket";
    private static final Pattern MARK = Pattern.compile("name=\"godkant\" value=\"([^\"]+)\"");
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private ConversationStore conversations;
    @Autowired
    private Attendance attendance;
    private DeskForTests desk;

    @DynamicPropertySource
    static void ownKnowledge(DynamicPropertyRegistry properties) throws IOException {
        Path root = Files.createTempDirectory("lotsen-approval");
        KnowledgeFiles.copyOfTheShipped(root).write("policies/topics.yaml", """
                otherwise: RULE
                areas:
                  barn-och-utbildning: {release: approve}
                  bygga-och-bo: {release: draft}
                """);
        properties.add("lotsen.knowledge.dir", root::toString);
    }

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
    }

    @AfterEach
    void leave() {
        desk.leave();
    }

    @Test
    void theAgentApprovesAndTheCitizenGetsTheDraftWithItsSources() {
        StaffBrowser anna = ofAllQueues("anna");
        anna.get("/desk");
        Talk talk = asked(APPROVED_FIRST, "NOT_ANSWERED_UNTIL_APPROVED");
        assertThat(desk.transcript(talk)).doesNotContain("kronor", "#", "kr/");
        handOver(talk);
        String draft = draft(talk);

        String page = anna.get(DeskForTests.page(talk)).body();
        assertThat(page).as("before the claim").contains("går assistentens svar ut först när")
                .doesNotContain("Godkänn och skicka");
        desk.claim(anna, talk);
        page = anna.get(DeskForTests.page(talk)).body();
        assertThat(page).contains("Godkänn och skicka", "Infoga utkast");

        assertThat(desk.act(anna, talk, "approve", "godkant", mark(page)).statusCode()).isEqualTo(303);

        List<Frame> frames = desk.citizen.events(talk, 0,
                frame -> frame.raw().contains("\"change\":\"returned\""));
        Frame message = frames.stream().filter(frame -> frame.event().equals("message")).findFirst()
                .orElseThrow();
        assertThat(message.data().required("text").asString()).isEqualTo(draft);
        assertThat(message.data().required("approved").asBoolean()).isTrue();
        assertThat(message.data().required("name").asString()).isEqualTo("Test anna");
        assertThat(message.data().required("sources").get(0).required("url").asString())
                .startsWith("/knowledge/forskola");
        assertThat(cases.standing(DeskForTests.id(talk)).state()).isEqualTo(ConversationState.WITH_ASSISTANT);
        assertThat(conversations.explanationOf(DeskForTests.id(talk), 1).orElseThrow().document())
                .contains("\"withheld\":{\"release\":\"APPROVE\"");
    }

    @Test
    void onlyTheOwnerApprovesOnlyOnceAndOnlyTheDraftThatWasShown() {
        StaffBrowser anna = ofAllQueues("anna");
        StaffBrowser bo = ofAllQueues("bo");
        anna.get("/desk");
        Talk talk = asked(APPROVED_FIRST, "NOT_ANSWERED_UNTIL_APPROVED");
        handOver(talk);
        desk.claim(anna, talk);
        String mark = mark(anna.get(DeskForTests.page(talk)).body());
        assertThat(desk.act(bo, talk, "approve", "godkant", mark).statusCode()).isEqualTo(409);
        for (String other : List.of("", "x", mark + "x")) {
            assertThat(desk.act(anna, talk, "approve", "godkant", other).statusCode()).isEqualTo(409);
        }
        assertThat(desk.transcript(talk)).doesNotContain("\"approved\"");
        String key = desk.key(anna, talk);
        for (int i = 0; i < 3; i++) {
            assertThat(desk.actWith(key, anna, talk, "approve", "godkant", mark).statusCode()).isEqualTo(303);
        }
        assertThat(desk.transcript(talk)).containsOnlyOnce("\"approved\":true");
        assertThat(
                desk.act(bo, new Talk("00000000-0000-4000-8000-000000000000", ""), "approve", "godkant", mark)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDraftCanBeInsertedAndNotApproved() {
        StaffBrowser anna = ofAllQueues("anna");
        anna.get("/desk");
        Talk talk = asked(DRAFT_ONLY, "NOT_ANSWERED_DRAFT_ONLY");
        handOver(talk);
        desk.claim(anna, talk);
        String page = anna.get(DeskForTests.page(talk)).body();
        assertThat(page).contains("lämnar assistenten bara utkast", "Infoga utkast")
                .doesNotContain("Godkänn och skicka");
        assertThat(desk.act(anna, talk, "approve", "godkant", "x").statusCode()).isEqualTo(409);
        assertThat(desk.act(anna, talk, "reply", "svar", "Hej!", "infoga", "1").body()).contains("Hej!\n\n");
    }

    @Test
    void whenNobodyIsThereTheUsualIsSaidAndNothingIsSent() {
        Talk talk = asked(APPROVED_FIRST, "NOT_ANSWERED_UNTIL_APPROVED");
        HttpResponse<String> refused = desk.citizen.post(talk.path("/handover"),
                talk.headers(ChatClient.newKey()), "{\"consent\":true}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("nobody-on-duty");
        assertThat(desk.transcript(talk)).doesNotContain("\"message\"");
    }

    @Test
    void otherTopicsAreAnsweredAtOnce() {
        asked("när har simhallen öppet", "ANSWERED");
    }

    private StaffBrowser ofAllQueues(String name) {
        desk.account(name, StaffRole.AGENT, StaffRole.SUPERVISOR);
        return desk.signedIn(name);
    }

    private Talk asked(String question, String outcome) {
        Talk talk = desk.citizen.start();
        List<Frame> frames = desk.citizen.ask(talk, question);
        assertThat(frames.getLast().data().required("outcome").asString()).isEqualTo(outcome);
        return talk;
    }

    private void handOver(Talk talk) {
        HttpResponse<String> asked = desk.citizen.post(talk.path("/handover"),
                talk.headers(ChatClient.newKey()), "{\"consent\":true}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        desk.made(talk);
    }

    private String draft(Talk talk) {
        return Packet.of(cases.packet(DeskForTests.id(talk)).orElseThrow().document()).draft().text();
    }

    private static String mark(String page) {
        Matcher mark = MARK.matcher(page);
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }
}
