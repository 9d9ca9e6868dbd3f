package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.CodeThrottle;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.DeskCodes;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.Note;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A citizen reads out a code, and an agent types it. */
@ServiceTest
class CodePagesTests {
    private static final String CODES = "/desk/kod";
    private static final String QUESTION = "vad kostar förskolan för två barn";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private DeskCodes codes;
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
    void anAgentReadsAndNotesForAWhileAndTheCitizenIsToldWho() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = asked();
        String code = code(talk);
        assertThat(anna.get(page(talk)).statusCode()).as("before the code").isEqualTo(404);

        HttpResponse<String> opened = type(anna, code.substring(0, 3) + "\u00a0" + code.substring(3) + " ");

        assertThat(opened.headers().firstValue("Location")).contains(page(talk));
        assertThat(anna.get(page(talk)).body()).contains(QUESTION, "Du kan läsa samtalet till klockan",
                "Test anna, ", "href=\"/knowledge/forskola-avgift")
                .doesNotContain("/claim", "svar-text", "/reply");
        assertThat(anna.get(CODES).body()).contains("href=\"" + page(talk) + "\"");
        assertThat(desk.transcript(talk)).containsOnlyOnce("Test anna har öppnat samtalet med din kod");
        assertThat(desk.act(anna, talk, "note", "anteckning", "x").statusCode()).as("the case's own page")
                .isEqualTo(404);
        assertThat(anna.submitFrom("/staff", page(talk) + "/note", "nyckel", UUID.randomUUID().toString(),
                "anteckning", "Ringde om syskonrabatt").statusCode()).isEqualTo(303);
        assertThat(cases.notes(DeskForTests.id(talk))).extracting(Note::agent).extracting("name")
                .containsExactly("Test anna");
        assertThat(desk.transcript(talk)).doesNotContain("syskonrabatt");
    }

    @Test
    void aCodeGivesNoWayToReplyOrToTakeTheCase() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = desk.waiting("socialtjanst", "{}");
        type(anna, code(talk));
        assertThat(anna.get(page(talk)).statusCode()).isEqualTo(200);
        for (String action : List.of("claim", "reply", "transfer", "queue", "return", "close", "take-up")) {
            assertThat(desk.act(anna, talk, action, "svar", "x", "queue", "allmant", "orsak", "other", "slut",
                    "solved", "version", "1").statusCode()).as(action).isEqualTo(404);
            assertThat(anna.submitFrom("/staff", page(talk) + "/" + action, "svar", "x").statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(cases.standing(DeskForTests.id(talk)).state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void whatSomebodyElseHasOpenedDoesNotExist() {
        StaffBrowser anna = desk.agent("anna");
        StaffBrowser bo = desk.agent("bo");
        Talk talk = asked();
        type(anna, code(talk));
        for (String foreign : List.of(page(talk), CODES + "/" + UUID.randomUUID(), CODES + "/x")) {
            assertThat(bo.get(foreign).statusCode()).isEqualTo(404);
            assertThat(bo.submitFrom("/staff", foreign + "/note", "nyckel", UUID.randomUUID().toString(),
                    "anteckning", "x").statusCode()).isEqualTo(404);
        }
        desk.account("red", StaffRole.EDITOR);
        assertThat(desk.signedIn("red").get(CODES).statusCode()).isEqualTo(403);
        assertThat(new StaffBrowser(port).get(page(talk)).statusCode()).isEqualTo(303);
    }

    @Test
    void wrongUsedAndReplacedCodesGetOneAnswerAndAreNotShownAgain() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = asked();
        String replaced = code(talk);
        String used = another(talk, replaced);
        type(anna, used);
        String wrong = replaced.equals("000000") ? "000001" : "000000";
        String[] bodies = List.of(replaced, used, wrong, "").stream().map(code -> {
            HttpResponse<String> refused = type(anna, code);
            assertThat(refused.statusCode()).as(code).isEqualTo(400);
            if (!code.isEmpty()) {
                assertThat(refused.body()).doesNotContain("value=\"" + code);
            }
            return refused.body().replaceAll("value=\"[^\"]*\"", "");
        }).toArray(String[]::new);
        assertThat(bodies).as("word for word").containsOnly(bodies[0]);
        assertThat(bodies[0]).contains("Koden är fel eller gäller inte längre");
    }

    @Test
    void whoGuessesWaitsAlsoWithTheRightCode() {
        StaffBrowser anna = desk.agent("anna");
        Talk talk = asked();
        String code = code(talk);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < CodeThrottle.WRONG_BY_ONE; i++) {
            assertThat(type(anna, wrong).statusCode()).isEqualTo(400);
        }
        HttpResponse<String> tooMany = type(anna, code);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.body()).contains("Vänta tio minuter");
        assertThat(codes.openings(DeskForTests.id(talk))).isEmpty();
        assertThat(type(desk.agent("bo"), code).statusCode()).isEqualTo(303);
    }

    @Test
    void onlyWhoHasTheConversationGetsItsCode() {
        Talk talk = asked();
        assertThat(desk.citizen.post(talk.path("/code"), Map.of(), "").statusCode()).isEqualTo(404);
        assertThat(desk.citizen.post(talk.path("/code"), Map.of(ChatClient.TOKEN, "fel"), "").statusCode())
                .isEqualTo(404);
        HttpResponse<String> shown = desk.citizen.post(talk.path("/code"),
                Map.of(ChatClient.TOKEN, talk.token()), "");
        assertThat(shown.statusCode()).isEqualTo(201);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode body = JsonMapper.builder().build().readTree(shown.body());
        assertThat(body.propertyNames()).containsExactly("code", "expiresAt");
        assertThat(body.required("code").asString()).matches("[0-9]{6}");
    }

    @Test
    void theCodeIsShownWithoutScriptsBesideWhatItGives() {
        StaffBrowser citizen = new StaffBrowser(port);
        assertThat(citizen.post("/fraga/kod").statusCode()).as("without a conversation").isEqualTo(404);
        assertThat(citizen.post("/fraga", "nyckel", UUID.randomUUID().toString(), "fraga", QUESTION)
                .statusCode())
                .isEqualTo(303);
        assertThat(citizen.get("/fraga").body()).contains("Visa min kod",
                "kan läsa hela det här samtalet i en timme");
        String page = citizen.post("/fraga/kod").body();
        Matcher code = Pattern.compile("Din kod är (\\d{3})\u00a0(\\d{3})\\.").matcher(page);
        assertThat(code.find()).as(page).isTrue();
        HttpResponse<String> opened = type(desk.agent("anna"), code.group(1) + code.group(2));
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(citizen.get("/fraga").body()).contains("Test anna har öppnat samtalet")
                .doesNotContain(code.group(1) + "\u00a0" + code.group(2));
    }

    @Test
    void noLogHoldsACode() {
        try (LogCapture log = new LogCapture()) {
            Talk talk = asked();
            String code = code(talk);
            StaffBrowser anna = desk.agent("anna");
            type(anna, code);
            type(anna, code);
            assertThat(String.join("\n", log.lines())).contains("opened by its code").doesNotContain(code);
        }
    }

    private Talk asked() {
        Talk talk = desk.citizen.start();
        desk.citizen.ask(talk, QUESTION);
        return talk;
    }

    private String code(Talk talk) {
        return JsonMapper.builder().build()
                .readTree(desk.citizen.post(talk.path("/code"), Map.of(ChatClient.TOKEN, talk.token()), "")
                        .body())
                .required("code").asString();
    }

    /** By chance the next code can be the same one. */
    private String another(Talk talk, String code) {
        String next = code(talk);
        return next.equals(code) ? another(talk, code) : next;
    }

    private static HttpResponse<String> type(StaffBrowser agent, String code) {
        return agent.submit(CODES, "kod", code);
    }

    private static String page(Talk talk) {
        return CODES + "/" + talk.id();
    }
}
