package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;
import static se.lotsen.desk.DeskForTests.page;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.Disposable;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.SecretQueues;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.PromiseAtRisk;
import se.lotsen.delivery.Promises;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TownClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was promised, at the desk: who sees it, who keeps it, and the way from a closed door to a kept promise. */
@ServiceTest
class PromiseDeskTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CENTRE = "kontaktcenter";
    private static final String PHONE = "070-174 06 05";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    @Autowired
    private Promises promises;
    @Autowired
    private PromiseAlarms alarms;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private Clock clock;
    private DeskForTests desk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        set(TownClock.CLOSED);
    }

    @AfterEach
    void leave() {
        set(TownClock.OPEN);
        desk.leave();
        database.sql("delete from promise").update();
        database.sql("delete from retention_hold").update();
    }

    private void set(Instant moment) {
        ((TownClock) clock).set(moment);
    }

    private Promise promised(Talk talk, String kind, @Nullable String contact, @Nullable String text) {
        JsonNode offers = JSON.readTree(desk.citizen.get(talk.path("/promises"),
                Map.of(ChatClient.TOKEN, talk.token())).body()).required("offers");
        String due = offers.valueStream().filter(offer -> offer.required("kind").asString().equals(kind))
                .findFirst().orElseThrow().required("due").asString();
        Map<String, @Nullable String> body = new HashMap<>(Map.of("kind", kind, "due", due));
        body.put("contact", contact);
        body.put("text", text);
        HttpResponse<String> made = desk.citizen.post(talk.path("/promises"),
                talk.headers(ChatClient.newKey()), JSON.writeValueAsString(body));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return promises.of(id(talk)).getLast();
    }

    private StaffBrowser signedIn(String name, List<String> queues, StaffRole... roles) {
        desk.account(name, queues, roles);
        return desk.signedIn(name);
    }

    private static HttpResponse<String> act(StaffBrowser browser, Promise promise, String action,
            String... fields) {
        return browser.submitFrom("/staff", "/desk/loften/" + promise.id() + "/" + action, fields);
    }

    private static HttpResponse<String> followUp(StaffBrowser browser, Promise promise) {
        return act(browser, promise, "follow-up", DeskForm.KEY, ChatClient.newKey());
    }

    @ParameterizedTest
    @CsvSource({"kontaktcenter,AGENT,true,200,303", "'',AGENT,true,200,303", "allmant,AGENT,false,404,404",
            "allmant,SUPERVISOR,true,403,403"})
    void whoSeesAPromiseAndWhoMayKeepIt(String queues, StaffRole role, boolean sees, int contact, int keep) {
        Talk talk = desk.visitor();
        Promise promise = promised(talk, "call-back", PHONE, "Mitt bygglov");
        StaffBrowser browser = signedIn("anna", queues.isEmpty() ? List.of() : List.of(queues), role);
        for (String path : List.of("/desk/loften", "/desk/loften/list")) {
            assertThat(browser.get(path).body().contains(promise.receipt())).isEqualTo(sees);
        }
        assertThat(browser.get(page(talk)).statusCode()).isEqualTo(sees ? 200 : 404);
        assertThat(act(browser, promise, "contact").statusCode()).isEqualTo(contact);
        assertThat(followUp(browser, promise).statusCode()).isEqualTo(keep);
        assertThat(cases.standing(id(talk)).state()).isEqualTo(
                keep == 303 ? ConversationState.WITH_AGENT : ConversationState.WITH_ASSISTANT);
        assertThat(act(browser, promise, "keep").statusCode()).isEqualTo(keep);
        assertThat(promises.find(promise.id()).orElseThrow().keptAt() != null).isEqualTo(keep == 303);
        assertThat(promises.openings(Set.of(promise.id())).isEmpty()).isEqualTo(contact != 200);
    }

    @Test
    void othersOfTheStaffAndUnknownPromisesGetNothing() {
        Promise promise = promised(desk.visitor(), "message", null, "hej");
        StaffBrowser editor = signedIn("red", List.of(), StaffRole.EDITOR);
        assertThat(editor.get("/desk/loften").statusCode()).isEqualTo(403);
        assertThat(act(editor, promise, "keep").statusCode()).isEqualTo(403);
        StaffBrowser anna = signedIn("anna", List.of(CENTRE), StaffRole.AGENT);
        for (String action : List.of("contact", "keep", "follow-up")) {
            assertThat(anna.submitFrom("/staff", "/desk/loften/" + ChatClient.newKey() + "/" + action)
                    .statusCode()).isEqualTo(404);
            assertThat(anna.submitFrom("/staff", "/desk/loften/x/" + action).statusCode()).isEqualTo(404);
            assertThat(anna.post("/desk/loften/" + promise.id() + "/" + action).statusCode())
                    .as("without the form's token").isEqualTo(403);
        }
        assertThat(promises.find(promise.id()).orElseThrow().keptAt()).isNull();
    }

    @Test
    void aContactIsShownWhenAskedForAndWhoHasSeenItStandsThereAfterwards() {
        Talk talk = desk.visitor();
        Promise promise = promised(talk, "call-back", PHONE, null);
        StaffBrowser anna = signedIn("anna", List.of(CENTRE), StaffRole.AGENT);
        assertThat(anna.get("/desk/loften").body() + anna.get(page(talk)).body())
                .doesNotContain("+46701740605").doesNotContain("har visats för");
        try (LogCapture log = new LogCapture()) {
            HttpResponse<String> shown = act(anna, promise, "contact");
            assertThat(shown.body()).contains("href=\"tel:+46701740605\"", "Test anna, 24 nov. 20.00");
            assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(act(anna, promise, "contact", "arende", "1").body()).contains("tel:+46701740605",
                    "id=\"underlag-rubrik\"");
            assertThat(log.lines()).noneMatch(line -> line.contains("1740605"))
                    .anyMatch(line -> line.contains(promise.id().toString()));
        }
        assertThat(anna.get("/desk/loften").body()).contains("har visats för", "Test anna, 24 nov. 20.00")
                .doesNotContain("+46701740605");
        assertThat(promises.openings(Set.of(promise.id())).get(promise.id())).hasSize(2);
    }

    @Test
    void aPromiseIsKeptOnceAndThenNobodyIsRemindedOfIt() {
        Talk talk = desk.visitor();
        Promise promise = promised(talk, "email", "kim@exempel.se", "Mitt bygglov");
        StaffBrowser anna = signedIn("anna", List.of(CENTRE), StaffRole.AGENT);
        StaffBrowser bo = signedIn("bo", List.of(CENTRE), StaffRole.AGENT);
        assertThat(act(anna, promise, "keep").headers().firstValue("Location")).hasValue("/desk/loften");
        Promise kept = promises.find(promise.id()).orElseThrow();
        set(TownClock.CLOSED.plusSeconds(60));
        assertThat(act(bo, promise, "keep", "arende", "1").headers().firstValue("Location"))
                .hasValue(page(talk));
        assertThat(promises.find(promise.id())).contains(kept);
        assertThat(anna.get("/desk/loften").body()).doesNotContain(promise.receipt())
                .contains("Det finns inget löfte att hålla");
        assertThat(anna.get(page(talk)).body()).contains("Hållet").doesNotContain("/keep", "/contact");
        assertThat(followUp(anna, promise).statusCode()).as("nothing is left to come back for")
                .isEqualTo(409);
    }

    @Test
    void whatIsAtRiskComesFirstIsCountedInTheMenuAndTold() {
        StaffAccount account = desk.account("anna", List.of(CENTRE), StaffRole.AGENT);
        StaffBrowser anna = desk.signedIn("anna");
        Promise later = promised(desk.visitor(), "message", null, "hej");
        Promise soon = promised(desk.visitor(), "call-back", PHONE, null);
        assertThat(anna.get("/desk").body()).contains("hidden=\"hidden\">&nbsp;<span class=\"desk-count\">0",
                "data-at-risk=\"0\"");
        set(soon.dueAt().minus(Duration.ofMinutes(40)));
        // The night was longer than a session, and so is what comes next.
        anna = desk.signedIn("anna");
        String list = anna.get("/desk/loften").body();
        assertThat(list.indexOf(soon.receipt())).isPositive().isLessThan(list.indexOf(later.receipt()));
        assertThat(list).contains("Mindre än en timme kvar", "Ring senast 25 nov. 09.00", "Kontaktcenter",
                "<span class=\"desk-count\">1</span>", "data-at-risk=\"1\"");
        set(soon.dueAt().plusSeconds(1));
        anna = desk.signedIn("anna");
        assertThat(anna.get("/desk/loften").body()).contains("Tiden är ute");

        List<String> told = new ArrayList<>();
        Disposable open = alarms.of(new Colleague(account, SecretQueues.NONE)).subscribe(told::add);
        Promise foreign = new Promise(later.id(), later.conversation(), later.kind(), "LK-26-999999",
                "bygglov", "sv", later.from(), later.dueAt(), later.madeAt(), null, null, null);
        events.publishEvent(new PromiseAtRisk(foreign));
        events.publishEvent(new PromiseAtRisk(soon));
        open.dispose();
        assertThat(told).containsExactly(CENTRE);
    }

    @Test
    void aCaseThatHasGoneOnToAnotherQueueIsThatQueues() {
        Talk talk = desk.visitor();
        Promise promise = promised(talk, "message", null, "hej");
        StaffBrowser anna = signedIn("anna", List.of(CENTRE), StaffRole.AGENT);
        desk.adopt(talk, "{}");
        assertThat(anna.get(page(talk)).statusCode()).isEqualTo(404);
        assertThat(anna.get("/desk/loften").body()).contains(promise.receipt()).doesNotContain(page(talk));
        assertThat(followUp(anna, promise).statusCode()).isEqualTo(404);
    }

    @Test
    void fromAClosedDoorToAnAnswerTheNextMorning() {
        Talk talk = desk.visitor();
        desk.citizen.ask(talk, "när har kontaktcenter öppet");
        HttpResponse<String> closed = desk.citizen.post(talk.path("/handover"),
                talk.headers(ChatClient.newKey()), "");
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.body()).contains(talk.path("/promises"));
        Promise promise = promised(talk, "message", null, "Jag behöver komma på kvällen");

        set(TownClock.OPEN.plus(Duration.ofDays(1)));
        StaffBrowser anna = signedIn("anna", List.of(promise.queue()), StaffRole.AGENT);
        StaffBrowser bo = signedIn("bo", List.of(promise.queue()), StaffRole.AGENT);
        String open = anna.get(page(talk)).body();
        assertThat(open)
                .contains("Det här har vi lovat", "Svara i samtalet senast 26 nov", "Ta ärendet och skriv",
                        "när har kontaktcenter öppet", "Jag behöver komma på kvällen")
                .doesNotContain("id=\"svar-text\"");
        assertThat(desk.act(anna, talk, "reply", "svar", "Hej").statusCode()).as("not before it is taken")
                .isEqualTo(409);
        String key = ChatClient.newKey();
        for (int n = 0; n < 3; n++) {
            assertThat(act(anna, promise, "follow-up", DeskForm.KEY, key).statusCode()).isEqualTo(303);
        }
        HttpResponse<String> late = followUp(bo, promise);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Ärendet har ändrats", "Test anna har ärendet");
        assertThat(cases.standing(id(talk)).queue()).isEqualTo(promise.queue());

        assertThat(desk.act(anna, talk, "reply", "svar", "Vi har kvällsöppet på torsdag.").statusCode())
                .isEqualTo(303);
        assertThat(promises.find(promise.id()).orElseThrow().keptAt()).as("an answer alone keeps nothing")
                .isNull();
        assertThat(anna.get(page(talk)).body()).contains("Klart: jag har hört av mig");
        assertThat(act(anna, promise, "keep", "arende", "1").statusCode()).isEqualTo(303);

        assertThat(desk.transcript(talk)).contains("followed_up", "Test anna hör av sig, som vi lovade",
                "Vi har kvällsöppet på torsdag.");
        String plain = desk.citizen.get("/fraga", Map.of("Cookie",
                "lotsen-samtal=" + talk.id() + "." + talk.token(), "Accept", "text/html")).body();
        assertThat(plain).contains("Test anna hör av sig, som vi lovade", "Vi har kvällsöppet på torsdag.",
                "Vi har hört av oss.", promise.receipt());
    }
}
