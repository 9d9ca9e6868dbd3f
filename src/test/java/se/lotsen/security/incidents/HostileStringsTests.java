package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.RawHttp;
import se.lotsen.testing.SeededRandom;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hostile text in every field that a citizen, an agent, a supervisor or an editor can fill, in headers and addresses: nothing fails,
 * it is shown as text and evaluated nowhere, and it makes no line in the log. {@code -Dlotsen.hostile=all} tries every text in every
 * field, and as many joined ones; the seed is printed.
 */
@ServiceTest
class HostileStringsTests extends TownTests {
    private static final boolean ALL = "all".equals(System.getProperty("lotsen.hostile"));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final SeededRandom random = new SeededRandom();
    private final List<String> texts = Hostile.texts(random, ALL ? 2 * Hostile.size() : Hostile.size());
    private int tried;

    private void check(String where, Reply reply) {
        tried++;
        assertThat(reply.status()).as("%s %s", random, where).isLessThan(500);
        assertThat(reply.body()).as("%s %s", random, where).doesNotContain(Hostile.EVALUATED,
                "SpelEvaluation", "TemplateProcessing", "org.springframework", "root:x:");
        assertThat(reply.head()).as("%s %s", random, where).doesNotContain("forged=1");
        if (reply.head().contains("text/html")) {
            assertThat(reply.body()).as("%s %s", random, where).doesNotContain(Hostile.MARK);
        }
    }

    private List<String> some(int count) {
        return ALL ? texts : IntStream.range(0, count).mapToObj(i -> random.oneOf(texts)).toList();
    }

    private static void assertNothingForged(LogCapture log) {
        assertThat(log.errors()).isEmpty();
        assertThat(log.lines()).noneMatch(
                line -> line.contains("bax9") || line.contains("forged") || line.contains("\u001b"));
    }

    @Test
    void inEveryFieldOfTheApi() {
        try (LogCapture log = new LogCapture()) {
            for (String text : some(40)) {
                Talk talk = answered();
                for (String rest : List.of("/questions", "/answers/1/feedback", "/satisfaction", "/promises",
                        "/typing", "/messages", "/handover")) {
                    Map<String, Object> body = new LinkedHashMap<>();
                    for (String field : List.of("question", "text", "comment", "wish", "queue", "contact",
                            "kind", "after", "due", text)) {
                        body.put(field, text);
                    }
                    body.put("helpful", true);
                    body.put("score", 3);
                    check(rest + " with " + text,
                            write(talk, talk.token(), rest, JSON.writeValueAsString(body)));
                }
                check("plain page with " + text,
                        town.caller.send("GET", "/fraga", Town.holding(talk), null, ""));
                check("saved " + text,
                        town.caller.send("GET", "/fraga/samtal.txt", Town.holding(talk), null, ""));
                assertThat(
                        town.citizen.get(talk.path(""), Map.of(ChatClient.TOKEN, talk.token())).statusCode())
                        .isEqualTo(200);
            }
            assertNothingForged(log);
        }
        System.out.printf("| hostile texts, API (%s) | %d requests | 0 faults |%n", random, tried);
    }

    @Test
    void inEveryFormOfACitizen() {
        try (LogCapture log = new LogCapture()) {
            for (String text : some(12)) {
                Talk talk = answered();
                Map<String, String> form = new LinkedHashMap<>();
                for (String field : List.of("fraga", "text", "meddelande", "onskemal", "wish", "ko",
                        "kontakt", "contact", "kind", "kommentar", "betyg", "hjalpte", "typ",
                        "tid", "due", "lang", "svar", "sites", "address", "url", "html", "policy")) {
                    form.put(field, text);
                }
                for (Route route : Route.listed()) {
                    if (route.method().equals("POST") && route.path().matches("/(fraga|widget)(/.*)?")) {
                        form.put("nyckel", UUID.randomUUID().toString());
                        Map<String, String> headers = route.path().endsWith("/radera")
                                ? Map.of()
                                : Town.holding(talk);
                        check(route + " with " + text, town.caller.send("POST", route.at("1"), headers,
                                "application/x-www-form-urlencoded", Caller.encoded(form)));
                    }
                }
            }
            assertNothingForged(log);
        }
        System.out.printf("| hostile texts, citizens' forms (%s) | %d requests | 0 faults |%n", random,
                tried);
    }

    @Test
    void inEveryFieldOfTheDeskAndOfTheAccounts() {
        Principal boss = town.member("chefen", List.of(), StaffRole.SUPERVISOR);
        StaffBrowser anna = town.agent("anna", List.of("allmant"), StaffRole.AGENT);
        Principal eyes = Town.principal("anna", anna, StaffRole.AGENT);
        Talk talk = town.waiting("allmant");
        town.act(anna, talk, "claim", "version", Long.toString(town.cases.standing(Town.id(talk)).version()));
        String account = "/desk/accounts/" + town.accountOf("anna");
        try (LogCapture log = new LogCapture()) {
            for (String text : some(12)) {
                write(talk, talk.token(), "/messages", JSON.writeValueAsString(Map.of("text", text)));
                for (String action : List.of("reply", "note", "transfer", "queue", "close", "warn", "approve",
                        "undo")) {
                    assertThat(town.act(anna, talk, action, "svar", text, "anteckning", text, "till", text,
                            "queue", text, "orsak", text, "slut", text, "version", text))
                            .as("%s %s %s", random, action, text).isLessThan(500);
                }
                for (String page : List.of(Town.page(talk), Town.page(talk) + "/transcript", "/desk",
                        "/desk/queue")) {
                    check(page + " with " + text, town.caller.get(page, eyes));
                }
                check("search " + text, town.caller.get(
                        "/desk/sok?ord=" + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8), eyes));
                for (String form : List.of("/desk/accounts", "/desk/telefon", "/desk/kod", "/desk/pause",
                        "/staff/password", "/staff/sign-in", "/api/desk/typing")) {
                    check(form + " with " + text,
                            town.caller.call("POST", form, boss,
                                    Map.of("userName", text, "displayName", text, "queues", text, "languages",
                                            text, "capacity", text,
                                            "roles", text, "till", text, "password", text, "kod", text)));
                }
                check("display name " + text,
                        town.caller.call("POST", account, boss, Map.of("displayName",
                                text.length() > 100 ? Hostile.MARK : text, "roles", "AGENT",
                                "queues", "allmant", "languages", "sv", "capacity", "3", "version", "0")));
                for (String page : List.of("/desk/accounts", account, "/desk/lage")) {
                    check(page + " with " + text, town.caller.get(page, boss));
                }
            }
            assertNothingForged(log);
        }
        System.out.printf("| hostile texts, desk (%s) | %d requests | 0 faults |%n", random, tried);
    }

    @Test
    void inTheEditorsWorkspace() {
        Principal vera = town.member("vera", List.of(), StaffRole.WRITER);
        String file = "pages/barn-och-utbildning/forskola-avgift.md";
        try (LogCapture log = new LogCapture()) {
            for (String text : some(12)) {
                Map<String, Object> form = Map.of("fil", file, "version", "0", "text", text, "titel", text,
                        "title", text, "id", text, "mapp", text, "fraga", text, "grund", text);
                for (String path : List.of("/editor/sidor/spara", "/editor/sidor/autospara",
                        "/editor/sidor/forhandsgranska", "/editor/sidor/ny",
                        "/editor/installningar/synonymer/formular", "/editor/installningar/synonymer/text")) {
                    check(path + " with " + text, town.caller.call("POST", path, vera, form));
                }
                String encoded = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
                for (String page : List.of("/editor", "/editor/sidor/redigera?fil=" + file,
                        "/editor/sidor/redigera?fil=" + encoded, "/editor/sidor/historik?fil=" + encoded,
                        "/editor/logg?vem=" + encoded, "/editor/luckor?sort=" + encoded,
                        "/editor/prova?fraga=" + encoded, "/editor/radar?klass=" + encoded)) {
                    check(page, town.caller.get(page, vera));
                }
                town.database.sql("delete from draft").update();
            }
            assertNothingForged(log);
        } finally {
            town.database.sql("delete from draft").update();
        }
        System.out.printf("| hostile texts, workspace (%s) | %d requests | 0 faults |%n", random, tried);
    }

    @Test
    void inHeadersAndAddresses() throws IOException {
        RawHttp raw = new RawHttp(port);
        try (LogCapture log = new LogCapture()) {
            for (String text : some(40)) {
                String line = text.replaceAll("[\\r\\n]", " ");
                for (String name : List.of("User-Agent", "Referer", "Accept-Language", "X-Forwarded-For",
                        "X-Request-Id", "traceparent", "Idempotency-Key", "Cookie", "Origin",
                        "Host", "Last-Event-ID", "Content-Type")) {
                    RawHttp.Answer answer = raw.send(
                            ("GET /fraga HTTP/1.1\r\n" + (name.equals("Host") ? "" : "Host: localhost\r\n")
                                    + "Connection: close\r\n" + name + ": " + line
                                    + "\r\n\r\n").getBytes(StandardCharsets.UTF_8),
                            30_000, false);
                    tried++;
                    assertThat(answer.status()).as("%s %s: %s", random, name, line).isLessThan(500);
                    assertThat(answer.text()).as("%s %s", random, name).doesNotContain(Hostile.MARK,
                            Hostile.EVALUATED, "forged=1");
                }
                String encoded = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
                for (String path : List.of("/" + encoded, "/knowledge/" + encoded, "/fraga?lang=" + encoded,
                        "/staff/sign-in?till=" + encoded, "/api/conversations/" + encoded,
                        "/actuator/" + encoded, "/chat/" + encoded, "/staff/welcome?token=" + encoded)) {
                    check(path, town.caller.get(path, Town.nobody()));
                }
            }
            assertNothingForged(log);
        }
        System.out.printf("| hostile texts, headers and addresses (%s) | %d requests | 0 faults |%n", random,
                tried);
    }

    @Test
    void hundredKilobytesAnywhereAreRefusedInOrder() {
        String large = Hostile.MARK + "å".repeat(100_000);
        Talk talk = answered();
        for (String rest : List.of("/questions", "/answers/1/feedback", "/messages", "/promises", "/handover",
                "/satisfaction")) {
            assertThat(write(talk, talk.token(), rest,
                    JSON.writeValueAsString(Map.of("question", large, "text", large, "comment", large)))
                    .status()).as(rest).isEqualTo(413);
        }
        Principal alla = town.member("alla", List.of("allmant"), StaffRole.values());
        for (String path : List.of("/fraga", "/staff/sign-in", "/desk/accounts", "/desk/telefon",
                "/desk/pause", "/staff/password", "/widget")) {
            assertThat(town.caller.call("POST", path, alla, Map.of("x", large)).status()).as(path)
                    .isEqualTo(413);
        }
    }
}
