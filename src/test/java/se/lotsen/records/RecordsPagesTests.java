package se.lotsen.records;

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
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.ConversationDisposal;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.DeskCodes;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.Tombstone;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Masked;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A records officer's pages, as an officer clicks through them. */
@ServiceTest
class RecordsPagesTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Agent ANNA = new Agent("anna", "Anna Ek");
    private static final String QUESTION = "Hur ansöker jag om förskoleplats?";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private ConversationDisposal disposal;
    @Autowired
    private DeskCodes codes;
    private StaffForTests staff;
    private StaffBrowser officer;
    private ChatClient citizen;
    private Talk talk;
    private long auditedBefore;

    @BeforeEach
    void signIn() {
        staff = new StaffForTests(database);
        staff.clear();
        auditedBefore = database.sql("select coalesce(max(id), 0) from audit_entry").query(Long.class)
                .single();
        staff.make("registrator", StaffRole.RECORDS_OFFICER);
        officer = browser("registrator");
        citizen = new ChatClient(port);
        talk = citizen.start();
        citizen.ask(talk, QUESTION);
    }

    private StaffBrowser browser(String userName) {
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(userName, StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    @AfterEach
    void leave() {
        List.of("conversation", "tombstone", "disposal_log", "record_mark", "record_release")
                .forEach(table -> database.sql("delete from " + table).update());
        staff.clear();
    }

    private String page() {
        return "/records/samtal/" + talk.id();
    }

    @Test
    void thePlanShowsEachClassWithPeriodAndDecision() {
        HttpResponse<String> home = officer.get("/records");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(home.body()).contains("<h1>Handlingar</h1>", "Samtal med en handläggare",
                "efter 90 dagar", "Kontaktuppgifter", "med samtalet", "sparas tills vidare", "saknas",
                "Gallringslogg", "Undantag från gallring").doesNotContain("??");
        assertThat(officer.get("/staff").body()).contains("href=\"/records\"");
    }

    @Test
    void aConversationIsFoundByAWordAndByItsId() {
        assertThat(officer.get("/records/sok?ord=f%C3%B6rskoleplats&fran=2026-11-24&till=2026-11-24").body())
                .contains(page());
        assertThat(officer.get("/records/sok?ord=f%C3%B6rskoleplats&till=2026-11-23").body())
                .contains("Inget samtal passar").doesNotContain(page());
        HttpResponse<String> byId = officer.get("/records/sok?ord=" + talk.id());
        assertThat(byId.statusCode()).isEqualTo(303);
        assertThat(byId.headers().firstValue("Location").orElseThrow()).endsWith(page());
        assertThat(officer.get("/records/sok?fran=i+g%C3%A5r").statusCode()).isEqualTo(400);
    }

    @Test
    void aHoldKeepsTheConversationFromItsCitizenTooUntilItIsLifted() {
        assertThat(officer.submitFrom(page(), page() + "/markera", "slag", "LEGAL_HOLD").statusCode())
                .isEqualTo(400);
        HttpResponse<String> placed = officer.submitFrom(page(), page() + "/markera", "slag", "LEGAL_HOLD",
                "skal", "Tvist KS 2026/9, ring 070-123 45 67");
        assertThat(placed.statusCode()).isEqualTo(303);
        assertThat(officer.get(page() + "?klart=legal-hold").body()).contains("Gallringsstoppet är satt.",
                "Tvist KS 2026/9", "[telefonnummer]", "Gallras inte nu").doesNotContain("070-123");
        assertThat(officer.get("/records").body()).contains("Tvist KS 2026/9");

        assertThat(deletedByCitizen()).isEqualTo(409);
        HttpResponse<String> refused = officer.submitFrom(page(), page() + "/radera", "diarienummer", "KS 1",
                "saker", "ja");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Samtalet har ett undantag från gallring");

        assertThat(officer.submitFrom(page(), page() + "/hav", "slag", "LEGAL_HOLD").statusCode())
                .isEqualTo(303);
        assertThat(deletedByCitizen()).isEqualTo(204);
        assertThat(officer.get(page()).statusCode()).isEqualTo(410);
        assertThat(officer.get("/records").body()).contains("Invånaren raderade");
        assertThat(actions()).contains("records-legal-hold", "records-legal-hold-lifted",
                "records-erasure-refused", "records-read");
    }

    private int deletedByCitizen() {
        return citizen
                .send(citizen.request(talk.path(""), talk.headers(ChatClient.newKey())).DELETE().build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aCopyWithoutRedactionsIsTheStoredTextAndProvesItself() throws Exception {
        String version = version();
        HttpResponse<String> file = officer.submitFrom(page(), page() + "/lamna-ut.json", "version", version);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment",
                talk.id() + ".json");
        JsonNode content = content(file.body());
        assertThat(content.required("parts").get(0).required("text").asString()).isEqualTo(QUESTION);
        assertThat(content.required("digestOfOriginal").asString()).isEqualTo(version);
        List<String> stored = database.sql("select data from event where conversation_id = :id order by id")
                .param("id", UUID.fromString(talk.id())).query(String.class).list();
        assertThat(content.required("stored").valueStream().map(line -> line.required("data").asString())
                .toList()).isEqualTo(stored);
        assertThat(digest(content)).as("a reader computes it from the copy alone").isEqualTo(version);

        assertThat(disposal.disposeNow(id())).isTrue();
        assertThat(disposal.tombstone(id())).map(Tombstone::digest).contains(version);
    }

    /** As docs/records.md tells a reader to do. */
    private String digest(JsonNode content) throws Exception {
        StringBuilder lines = new StringBuilder(talk.id()).append('\n');
        content.required("stored").forEach(line -> lines.append(line.required("number").asString())
                .append('\t').append(line.required("type").asString()).append('\t')
                .append(line.required("at").asString()).append('\t').append(line.required("data").asString())
                .append('\n'));
        return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256")
                .digest(lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsMaskedIsInNoCopyAndTheLogSaysWhereAndNotWhat() {
        cases.request(id(), key(), "kontaktcenter", "{\"questions\":[]}", null);
        cases.addNote(id(), key(), ANNA, Masked.masked("Anna ringde. Grannen heter Bertil."));
        String before = version();

        assertThat(officer.submitFrom(page(), page() + "/granska", "ord", "Bertil").body())
                .contains("Skriv det lagrum");
        HttpResponse<String> preview = officer.submitFrom(page(), page() + "/granska", "mening", "1.1", "ord",
                "bertil", "lagrum", "OSL 26 kap. 1 §");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains(RecordController.MASK, "Grannen heter " + RecordController.MASK,
                "Maskerade ställen: 2", "formaction=\"" + page() + "/lamna-ut.json\"")
                .doesNotContain(QUESTION);
        assertThat(actions()).doesNotContain("records-released");

        HttpResponse<String> html = release("", before);
        assertThat(html.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(html.body()).contains("Grannen heter " + RecordController.MASK, "OSL 26 kap. 1 §",
                "Test registrator").doesNotContain(QUESTION, "Bertil", "_csrf");
        HttpResponse<String> json = release(".json", before);
        assertThat(json.body()).doesNotContain(QUESTION, "Bertil", "\"stored\"");
        JsonNode content = content(json.body());
        assertThat(content.required("redactions").get(0).required("scope").asString()).isEqualTo("SENTENCE");

        assertThat(version()).as("the original").isEqualTo(before);
        assertThat(database.sql("select redactions from record_release").query(String.class).list())
                .allMatch(codes -> codes.matches("1:SENTENCE:1 \\d+:WORDS:1"));
        assertThat(officer.get("/records").body()).contains("OSL 26 kap. 1 §");
        assertThat(audited("detail"))
                .noneMatch(detail -> detail.contains("Bertil"));
    }

    private HttpResponse<String> release(String form, String version) {
        return officer.submitFrom(page(), page() + "/lamna-ut" + form, "version", version, "mening", "1.1",
                "ord",
                "Bertil", "lagrum", "OSL 26 kap. 1 §");
    }

    @Test
    void aConversationThatHasGrownSinceThePreviewIsShownAnew() {
        String version = version();
        citizen.ask(talk, "Vad kostar det?");
        HttpResponse<String> refused = officer.submitFrom(page(), page() + "/lamna-ut", "version", version);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Samtalet har ändrats");
        assertThat(officer.submitFrom(page(), page() + "/lamna-ut").statusCode()).isEqualTo(400);
        assertThat(officer.submitFrom(page(), page() + "/lamna-ut.json", "version", version).statusCode())
                .isEqualTo(409);
        assertThat(database.sql("select count(*) from record_release").query(Long.class).single()).isZero();
    }

    @Test
    void aSecretCaseIsOnlyForOfficersWhoseAccountListsItsQueue() {
        cases.request(id(), key(), "socialtjanst", "{\"questions\":[]}", null);
        assertThat(officer.get(page()).statusCode()).isEqualTo(404);
        assertThat(officer.submitFrom("/records/person", page() + "/markera", "slag", "PRESERVE", "skal", "x")
                .statusCode()).isEqualTo(404);
        assertThat(officer.get("/records/sok?ord=f%C3%B6rskoleplats").body()).doesNotContain(page());
        assertThat(officer.submitFrom("/records/person", "/records/person", "uppgift", talk.id()).body())
                .contains("Ingenting hittades");
        assertThat(officer.submitFrom("/records/person", "/records/person/fil", "samtal", talk.id())
                .statusCode()).isEqualTo(404);

        staff.make("sekreterare", List.of("socialtjanst"), StaffRole.RECORDS_OFFICER);
        StaffBrowser listed = browser("sekreterare");
        assertThat(listed.get(page()).body()).contains("Sekretessprövning krävs.", QUESTION);
        assertThat(listed.get("/records/sok?ord=f%C3%B6rskoleplats").body()).contains(page());
    }

    @Test
    void whoAsksForTheirDataGetsAllOfItInOneFile() {
        String code = codes.show(id()).code();
        HttpResponse<String> found = officer.submitFrom("/records/person", "/records/person", "uppgift",
                code.substring(0, 3) + " " + code.substring(3));
        assertThat(found.body()).contains(talk.id());
        assertThat(officer.submitFrom("/records/person", "/records/person", "uppgift", code).body())
                .as("a code is used once").contains("Ingenting hittades");

        HttpResponse<String> json = officer.submitFrom("/records/person", "/records/person/fil.json",
                "samtal", talk.id());
        JsonNode tables = content(json.body()).required("conversations").get(0).required("tables");
        assertThat(tables.propertyNames()).contains("conversation", "event", "explanation", "desk_opening");
        assertThat(json.body()).contains(QUESTION).doesNotContain("token_hash", "key_hash");
        HttpResponse<String> html = officer.submitFrom("/records/person", "/records/person/fil", "samtal",
                talk.id());
        assertThat(html.body()).contains("<h1>Registerutdrag</h1>", QUESTION, "Händelser",
                "Varför svaret blev som det blev");
        assertThat(actions()).contains("records-person-searched", "records-person-file");
    }

    @Test
    void aConversationIsErasedOnRequestAndTheProofStays() {
        assertThat(officer.submitFrom(page(), page() + "/radera", "diarienummer", "KS 2026/77").body())
                .contains("Skriv diarienumret");
        HttpResponse<String> erased = officer.submitFrom(page(), page() + "/radera", "diarienummer",
                "KS 2026/77", "saker", "ja");
        assertThat(erased.body()).contains("<h1>Samtalet är raderat</h1>", talk.id());
        HttpResponse<String> gone = officer.get(page());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("Samtalet finns inte kvar", "Begäran om radering",
                disposal.tombstone(id()).orElseThrow().digest()).doesNotContain(QUESTION, "??");
        assertThat(disposal.tombstone(id())).hasValueSatisfying(stone -> {
            assertThat(stone.cause().name()).isEqualTo("REQUEST");
            assertThat(stone.digest()).matches("[0-9a-f]{64}");
        });
        assertThat(officer.get("/records").body()).contains("Begäran om radering", "Test registrator");
        assertThat(actions()).last().isEqualTo("records-erased");
        assertThat(audited("detail")).last().isEqualTo("KS 2026/77");
    }

    @Test
    void aCaseThatAPersonIsAwaitedInIsNotErased() {
        cases.request(id(), key(), "kontaktcenter", "{\"questions\":[]}", null);
        assertThat(
                officer.submitFrom(page(), page() + "/radera", "diarienummer", "KS 1", "saker", "ja").body())
                .contains("En person har hand om samtalet");
    }

    @Test
    void nobodyElseComesIn() {
        staff.make("eva", StaffRole.AGENT, StaffRole.SUPERVISOR, StaffRole.EDITOR, StaffRole.ADMIN,
                StaffRole.AUDITOR);
        StaffBrowser eva = browser("eva");
        for (String path : List.of("/records", "/records/sok", "/records/person", page())) {
            assertThat(eva.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(new StaffBrowser(port).get(path).statusCode()).as(path).isEqualTo(303);
        }
        assertThat(officer.post(page() + "/markera", "slag", "PRESERVE", "skal", "x").statusCode())
                .as("without the form's token").isEqualTo(403);
        assertThat(officer.get("/records/samtal/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(officer.get("/records/samtal/x").statusCode()).isEqualTo(400);
    }

    private String version() {
        Matcher digest = Pattern.compile("<code>([0-9a-f]{64})</code>").matcher(officer.get(page()).body());
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    /** The content of a file whose checksum is right. */
    private static JsonNode content(String file) {
        Matcher parts = Pattern.compile("\\{\"checksum\":\"sha256:([0-9a-f]{64})\",\"content\":(.*)\\}\n",
                Pattern.DOTALL).matcher(file);
        assertThat(parts.matches()).isTrue();
        assertThat(Release.checksum(parts.group(2))).isEqualTo(parts.group(1));
        return JSON.readTree(parts.group(2));
    }

    /** Of this test alone: entries are only ever added. */
    private List<String> actions() {
        return audited("action");
    }

    private List<String> audited(String column) {
        return database.sql("select " + column + " from audit_entry where id > :before order by id")
                .param("before", auditedBefore).query(String.class).list();
    }

    private ConversationId id() {
        return new ConversationId(UUID.fromString(talk.id()));
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }
}
