package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** The operator's page and the switch, over HTTP. */
@ServiceTest
class OperationsPagesTests {
    private static final String PAGE = "/operations";
    private static final String SET = "/operations/assistant";
    private static final String API = "/api/operations/assistant";
    private static final String QUESTION = "vad kostar förskolan för två barn";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private AssistantModes modes;
    @Autowired
    private MessageSource messages;
    private StaffForTests staff;
    private StaffBrowser operator;

    @BeforeEach
    void signIn() {
        staff = new StaffForTests(database);
        staff.clear();
        staff.make("driften", StaffRole.ADMIN);
        operator = new StaffBrowser(port);
        assertThat(operator.signIn("driften", StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
    }

    @AfterEach
    void leave() {
        database.sql("delete from assistant_mode").update();
        database.sql("delete from audit_entry where action = 'assistant-mode'").update();
        modes.look();
        staff.clear();
    }

    @Test
    void everythingIsSeenAtAGlanceWithWhatToDo() {
        HttpResponse<String> page = operator.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.body()).contains("<h1>Drift</h1>", "DATABASE_OK", "PAGES_OK", "DISK_",
                "DELIVERIES_OK",
                "PROMISES_OK", "STAFF_", "MODEL_NONE", "CALIBRATION_", "Nu: Svara som vanligt.",
                "/editor/installningar/meddelande");
    }

    @Test
    void everyFindingHasATextAndARemedy() {
        for (Finding finding : Finding.values()) {
            assertThat(messages.getMessage("operations.code." + finding, new Object[]{"7"}, null))
                    .isNotBlank();
            assertThat(messages.getMessage("operations.do." + finding, null, null)).isNotBlank();
            assertThat(messages.getMessage("operations.area." + finding.area(), null, null)).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"search-only", "handover-only", "off"})
    void whatIsSetHoldsAtTheNextQuestionAndTheCitizenIsLedToAPerson(String mode) {
        assertThat(operator.submitFrom(PAGE, SET, "lage", mode, "skal", "Fel svar om avgifter").statusCode())
                .isEqualTo(303);
        List<Frame> frames = ask();
        assertThat(frames).extracting(Frame::event).contains("handover-offer").last().isEqualTo("completed");
        assertThat(frames.getLast().data().required("outcome").asString()).isEqualTo(
                mode.equals("search-only") ? "NOT_ANSWERED_SEARCH_ONLY" : "NOT_ANSWERED_SWITCHED_OFF");
        assertThat(frames.toString()).doesNotContain("kronor");
        assertThat(operator.get(PAGE).body()).contains("Fel svar om avgifter", "ASSISTANT_HELD_BACK");
        assertThat(audit()).isEqualTo(mode + " Fel svar om avgifter");

        operator.submitFrom(PAGE, SET, "lage", "on", "skal", "Rättat");
        assertThat(ask().getLast().data().required("kind").asString()).isEqualTo("answered");
    }

    @Test
    void withoutAReasonOrAModeNothingIsSetAndWhatWasTypedStays() {
        HttpResponse<String> page = operator.submitFrom(PAGE, SET, "lage", "off", "skal", " ");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Skriv varför.", "value=\"off\" checked");
        page = operator.submitFrom(PAGE, SET, "lage", "halvt", "skal", "Mitt skäl");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Välj vad assistenten ska göra.", "Mitt skäl");
        assertThat(operator.submitFrom(PAGE, SET, "lage", "off", "skal", "x".repeat(501)).statusCode())
                .isEqualTo(422);
        assertThat(modes.mode().code()).isEqualTo("on");
    }

    @Test
    void whatAnotherProcessSetsHoldsHereWithinFiveSeconds() {
        database.sql("""
                insert into assistant_mode (mode, reason, account, account_name, set_at)
                values ('off', 'Larm', '1', 'Anna', current_timestamp)""").update();
        long begun = System.nanoTime();
        boolean off = false;
        while (!off && System.nanoTime() - begun < Duration.ofSeconds(5).toNanos()) {
            off = ask().getLast().data().required("outcome").asString().equals("NOT_ANSWERED_SWITCHED_OFF");
        }
        assertThat(off).isTrue();
    }

    @Test
    void anAdministratorsProgramReadsAndSetsIt() throws Exception {
        assertThat(operator.get(API).body()).contains("\"mode\":\"on\"", "\"startedWith\":\"on\"");
        HttpResponse<String> set = put("{\"mode\":\"handover-only\",\"reason\":\"Prov\"}", true);
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(set.body()).contains("\"mode\":\"handover-only\"", "\"reason\":\"Prov\"");
        for (String bad : List.of("{\"mode\":\"off\"}", "{\"mode\":\"off\",\"reason\":\" \"}",
                "{\"mode\":\"x\",\"reason\":\"y\"}", "{}")) {
            assertThat(put(bad, true).statusCode()).as(bad).isIn(400, 422);
        }
        assertThat(put("{\"mode\":\"off\",\"reason\":\"Utan skydd\"}", false).statusCode()).isEqualTo(403);
        assertThat(modes.mode().code()).isEqualTo("handover-only");
    }

    @Test
    void nobodyElseComesIn() {
        staff.make("eva", StaffRole.AGENT, StaffRole.SUPERVISOR, StaffRole.EDITOR, StaffRole.AUDITOR,
                StaffRole.RECORDS_OFFICER);
        StaffBrowser eva = new StaffBrowser(port);
        eva.signIn("eva", StaffForTests.PASSWORD);
        assertThat(eva.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(eva.get(API).statusCode()).isEqualTo(403);
        assertThat(new StaffBrowser(port).get(API).statusCode()).isEqualTo(401);
        assertThat(eva.submitFrom("/staff", SET, "lage", "off", "skal", "x").statusCode()).isEqualTo(403);
        assertThat(operator.post(SET, "lage", "off", "skal", "x").statusCode()).isEqualTo(403);
        assertThat(modes.mode().code()).isEqualTo("on");
    }

    private List<Frame> ask() {
        ChatClient citizen = new ChatClient(port);
        return citizen.ask(citizen.start(), QUESTION);
    }

    private String audit() {
        return database
                .sql("select subject || ' ' || detail from audit_entry where action = 'assistant-mode'")
                .query(String.class).single();
    }

    private HttpResponse<String> put(String body, boolean withToken)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(operator.get(PAGE).body());
        assertThat(token.find()).isTrue();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + API))
                .header("Content-Type", "application/json")
                .header("Cookie", operator.cookies().entrySet().stream().map(Map.Entry::toString)
                        .collect(Collectors.joining("; ")))
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        if (withToken) {
            request.header("X-XSRF-TOKEN", token.group(1));
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
