package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.CallStore;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** An agent with a caller on the phone, by forms alone. */
@ServiceTest
class CallPagesTests {
    private static final String CALLS = "/desk/telefon";
    private static final Pattern KEY = Pattern.compile("name=\"nyckel\" value=\"([^\"]+)\"");
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private ConversationStore conversations;
    @Autowired
    private CallStore calls;
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
        database.sql("delete from conversation where channel = 'PHONE'").update();
    }

    @Test
    void aCallFromItsFirstQuestionToItsEnd() {
        StaffBrowser anna = desk.agent("anna");
        assertThat(anna.get("/desk").body()).contains("href=\"/desk/telefon\"");
        String call = begin(anna, "vad kostar förskolan för två barn, jag heter 811228-9874");

        assertThat(anna.get(call).body())
                .contains("Kanal: Telefon", "[personnummer]", "class=\"call-answer\"",
                        "href=\"/knowledge/forskola-avgift", "Kontrollerad ")
                .doesNotContain("811228");

        assertThat(ask(anna, call, "och för tre?").statusCode()).isEqualTo(303);
        String page = anna.get(call).body();
        assertThat(page).contains("id=\"svar-2\"", "och för tre?");
        assertThat(page.substring(page.indexOf("id=\"svar-2\""))).as("the follow-up keeps the matter")
                .contains("/knowledge/forskola-avgift");

        assertThat(end(anna, call, "", "solved").statusCode()).isEqualTo(400);
        assertThat(end(anna, call, "other", "solved").headers().firstValue("Location")).contains(CALLS);
        assertThat(anna.get(call).body()).contains("Samtalet är avslutat", "Löst av kontaktcenter")
                .doesNotContain("name=\"fraga\"", "/avsluta");
        assertThat(cases.wrapUps(id(call))).singleElement()
                .matches(end -> end.agent().name().equals("Test anna") && end.code().equals("solved"));
        assertThat(cases.standing(id(call)).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(ask(anna, call, "en till").statusCode()).isEqualTo(409);
    }

    @Test
    void theAnswerIsTheOneThatACitizenGets() {
        StaffBrowser anna = desk.agent("anna");
        String question = "vad kostar förskolan för två barn";
        Talk talk = desk.citizen.start();
        desk.citizen.ask(talk, question);
        assertThat(withoutReceipt(events(id(begin(anna, question)))))
                .isEqualTo(withoutReceipt(events(new ConversationId(UUID.fromString(talk.id())))));
    }

    /** Each answer has a receipt of its own. */
    private static List<ConversationEvent> withoutReceipt(List<ConversationEvent> events) {
        return events.stream()
                .map(event -> event instanceof ConversationEvent.Completed end ? end.quotedBy("") : event)
                .toList();
    }

    @Test
    void whatIsMeantIsChosenWithAButton() {
        StaffBrowser anna = desk.agent("anna");
        String call = begin(anna, "öppettider");
        String page = anna.get(call).body();
        Matcher choice = Pattern.compile("name=\"fraga\" value=\"([^\"]+)\"").matcher(page);
        assertThat(choice.find()).as(page).isTrue();
        assertThat(ask(anna, call, choice.group(1)).statusCode()).isEqualTo(303);
        assertThat(anna.get(call).body()).contains("id=\"svar-2\"", "<ol>");
    }

    @Test
    void dangerIsAnsweredAsAlways() {
        StaffBrowser anna = desk.agent("anna");
        assertThat(anna.get(begin(anna, "hon säger att hon vill dö")).body()).contains("emergency", "112");
    }

    @Test
    void aCallIsForItsAgentAndSupervisorsAlone() {
        StaffBrowser anna = desk.agent("anna");
        String call = begin(anna, "vad kostar förskolan");
        Talk chat = desk.citizen.start();
        StaffBrowser bo = desk.agent("bo");
        for (String foreign : List.of(call, CALLS + "/" + chat.id(), CALLS + "/" + UUID.randomUUID(),
                CALLS + "/x")) {
            assertThat(bo.get(foreign).statusCode()).as(foreign).isEqualTo(404);
            assertThat(ask(bo, foreign, "vad kostar det").statusCode()).as(foreign).isEqualTo(404);
            assertThat(end(bo, foreign, "other", "solved").statusCode()).as(foreign).isEqualTo(404);
        }
        assertThat(bo.get("/desk/cases/" + id(call)).statusCode()).isEqualTo(404);
        assertThat(bo.get(CALLS).body()).doesNotContain(id(call).toString());

        desk.account("chefen", StaffRole.SUPERVISOR);
        StaffBrowser boss = desk.signedIn("chefen");
        assertThat(boss.get(call).body()).contains("Telefonsamtal, Test anna")
                .doesNotContain("name=\"fraga\"");
        assertThat(ask(boss, call, "vad kostar det").statusCode()).isEqualTo(409);
        assertThat(end(boss, call, "other", "solved").statusCode()).isEqualTo(409);
        assertThat(send(boss, CALLS, CALLS, "fraga", "vad kostar förskolan").statusCode()).isEqualTo(403);
        assertThat(cases.standing(id(call)).state()).isEqualTo(ConversationState.WITH_ASSISTANT);
    }

    @Test
    void noTokenOpensItInTheChatAndNobodyElseComesToThePhone() {
        StaffBrowser anna = desk.agent("anna");
        String call = begin(anna, "vad kostar förskolan");
        assertThat(desk.citizen.get("/api/conversations/" + id(call),
                java.util.Map.of("X-Conversation-Token", "x")).statusCode()).isEqualTo(404);
        desk.account("red", StaffRole.EDITOR);
        assertThat(desk.signedIn("red").get(CALLS).statusCode()).isEqualTo(403);
        assertThat(new StaffBrowser(port).get(CALLS).statusCode()).isEqualTo(303);
    }

    @Test
    void whatCannotBeAskedBeginsNoCallAndIsKept() {
        StaffBrowser anna = desk.agent("anna");
        for (String text : List.of(" ", "å".repeat(1_001))) {
            HttpResponse<String> refused = send(anna, CALLS, CALLS, "fraga", text);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains(text.strip());
        }
        assertThat(database.sql("select count(*) from conversation where channel = 'PHONE'").query(Long.class)
                .single()).isZero();
    }

    @Test
    void aFormThatIsSentTwiceBeginsOneCall() {
        StaffBrowser anna = desk.agent("anna");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = anna.submitFrom(CALLS, CALLS, "nyckel", key, "fraga",
                "vad kostar bygglov");
        HttpResponse<String> again = anna.submitFrom(CALLS, CALLS, "nyckel", key, "fraga",
                "vad kostar bygglov");
        assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(anna.get(CALLS).body()).containsOnlyOnce("Samtal sedan");
    }

    private String begin(StaffBrowser agent, String question) {
        HttpResponse<String> begun = send(agent, CALLS, CALLS, "fraga", question);
        assertThat(begun.statusCode()).isEqualTo(303);
        return begun.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
    }

    private static HttpResponse<String> ask(StaffBrowser agent, String call, String question) {
        return send(agent, call, call + "/fraga", "fraga", question);
    }

    private static HttpResponse<String> end(StaffBrowser agent, String call, String reason, String wrapUp) {
        return send(agent, call, call + "/avsluta", "orsak", reason, "slut", wrapUp);
    }

    private static HttpResponse<String> send(StaffBrowser agent, String page, String path, String... fields) {
        Matcher key = KEY.matcher(agent.get(page).body());
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "nyckel";
        all[1] = key.find() ? key.group(1) : UUID.randomUUID().toString();
        return agent.submitFrom("/staff", path, all);
    }

    private static ConversationId id(String call) {
        return new ConversationId(UUID.fromString(call.substring(call.lastIndexOf('/') + 1)));
    }

    private List<ConversationEvent> events(ConversationId conversation) {
        return conversations.eventsAfter(conversation, 0).stream().map(StoredEvent::event).toList();
    }
}
