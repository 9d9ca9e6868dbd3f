package se.lotsen.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.confidence.Overrides;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.records.RetentionSchedule;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.widget.CurrentLook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents that are filled from what is running. */
@ServiceTest
class DocumentsTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAGE = "/operations/documents";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private DocumentOffice office;
    @Autowired
    private CurrentLook look;
    @Autowired
    private ContactDirectory contacts;
    @Autowired
    private KnowledgeWatch pages;
    @Autowired
    private LanguageIdentifier languages;
    @Autowired
    private ConfidencePolicy policy;
    @Autowired
    private CurrentCalibration calibration;
    @Autowired
    private Clock clock;
    private StaffForTests staff;

    @BeforeEach
    void begin() {
        staff = new StaffForTests(database);
        staff.clear();
    }

    @AfterEach
    void leave() {
        staff.clear();
    }

    private DocumentOffice office(ConfidencePolicy rules, String... settings) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        ModelProperties model = Binder.get(environment).bindOrCreate("lotsen.model", ModelProperties.class);
        return new DocumentOffice(new RunningFacts(
                new RunningFacts.Running(look, contacts, pages, languages, rules, calibration, model),
                RetentionSchedule.read(environment,
                        Binder.get(environment).bind("lotsen.conversation.retention", Duration.class)
                                .orElse(Duration.ofDays(90))),
                environment, clock));
    }

    @ParameterizedTest
    @EnumSource
    void noPlaceIsLeftOpen(DocumentKind kind) {
        for (DocumentOffice one : List.of(office, office(policy), withModel())) {
            assertThat(one.markdown(kind)).doesNotContain("{{", "}}", "null").contains("Lindåkra kommun");
            assertThat(one.html(kind)).doesNotContain("{{", "null").contains("<h1>");
        }
    }

    private DocumentOffice withModel() {
        return office(policy, "lotsen.model.provider", "openai-compatible", "lotsen.model.base-url",
                "https://modell.example/v1", "lotsen.model.name", "provmodell-7b",
                "lotsen.embedding.base-url",
                "https://vektorer.example/v1", "lotsen.staff.oidc.issuer", "https://id.example",
                "lotsen.editorial.four-eyes", "true");
    }

    @Test
    void aPlaceWithoutAFactIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentTemplate("Hej {{namn}}").fill(Map.of()))
                .withMessageContaining("namn");
        assertThat(new DocumentTemplate("{{?a}}ja\n{{!a}}nej {{b}}").fill(Map.of("a", "false", "b", "$1")))
                .isEqualTo("nej $1\n");
    }

    @Test
    void aModelThatIsSwitchedOnChangesTheDocuments() {
        DocumentOffice without = office(policy);
        DocumentOffice with = withModel();
        for (DocumentKind kind : List.of(DocumentKind.AI_NOTICE, DocumentKind.REGISTER, DocumentKind.DPIA)) {
            assertThat(without.markdown(kind)).as(kind.name()).doesNotContain("provmodell-7b");
            assertThat(with.markdown(kind)).as(kind.name()).contains("provmodell-7b");
        }
        assertThat(without.markdown(DocumentKind.AI_NOTICE)).contains("Ingen språkmodell");
        assertThat(with.markdown(DocumentKind.AI_NOTICE)).doesNotContain("Ingen språkmodell");
        assertThat(with.markdown(DocumentKind.DPIA)).contains("https://modell.example/v1",
                "https://vektorer.example/v1", "OpenID Connect", "Två personer krävs");
        assertThat(without.registerJson()).contains("ordagranna citat");
        assertThat(with.registerJson()).contains("provmodell-7b").doesNotContain("ordagranna citat");
    }

    @Test
    void aThresholdThatIsChangedChangesTheDocuments() {
        ConfidencePolicy strict = new ConfidencePolicy(calibration, new Overrides(null, 0.97, 0.5, 0));
        assertThat(office(strict).markdown(DocumentKind.AI_NOTICE)).contains("0,97");
        assertThat(office(policy).markdown(DocumentKind.AI_NOTICE)).doesNotContain("0,97");
        assertThat(office(strict).registerJson()).contains("0,97");
        assertThat(office(strict).markdown(DocumentKind.DPIA)).contains("0,97");
    }

    @Test
    void aDecisionThatIsNamedChangesTheArchivePlan() {
        assertThat(office(policy).markdown(DocumentKind.ARCHIVE_PLAN)).contains("90 dagar",
                "Minst en handlingstyp saknar beslut", "beslut saknas");
        DocumentOffice decided = office(policy, "lotsen.conversation.retention", "30d",
                "lotsen.records.retention.feedback.period", "400d",
                "lotsen.records.retention.feedback.decision-reference", "KS 2026:117",
                "lotsen.chat.deletion", "off");
        assertThat(decided.markdown(DocumentKind.ARCHIVE_PLAN))
                .contains("| 30 dagar |", "| 400 dagar | KS 2026:117 |",
                        "kan inte själv radera")
                .doesNotContain("90 dagar");
        assertThat(decided.markdown(DocumentKind.AI_NOTICE)).contains("gallras 30 dagar");
    }

    /** What of JSON Schema the schema uses. */
    private static List<String> faults(JsonNode schema, JsonNode value, String at) {
        List<String> faults = new ArrayList<>();
        String type = schema.path("type").asString("");
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            default -> false;
        };
        if (!fits) {
            return List.of(at + " is no " + type);
        }
        if (value.isString()) {
            String text = value.asString();
            if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)
                    || text.length() < schema.path("minLength").asInt(0)
                    || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)
                    || schema.has("pattern") && !text.matches(schema.path("pattern").asString())) {
                faults.add(at + " is refused: " + text);
            }
        }
        if (value.isArray() && value.size() < schema.path("minItems").asInt(0)) {
            faults.add(at + " is too short");
        }
        value.valueStream().filter(item -> value.isArray())
                .forEach(item -> faults.addAll(faults(schema.path("items"), item, at + "[]")));
        schema.path("required").valueStream().filter(name -> !value.has(name.asString()))
                .forEach(name -> faults.add(at + " lacks " + name));
        if (value.isObject()) {
            new TreeSet<>(value.propertyNames()).forEach(name -> {
                if (schema.path("properties").has(name)) {
                    faults.addAll(faults(schema.path("properties").path(name), value.path(name), name));
                } else {
                    faults.add(at + " has a stranger " + name);
                }
            });
        }
        return faults;
    }

    private static JsonNode schema() throws IOException {
        try (InputStream file = Objects
                .requireNonNull(DocumentsTests.class.getResourceAsStream("register.schema.json"))) {
            return JSON.readTree(file);
        }
    }

    @Test
    void theRegisterEntryIsOfItsSchema() throws IOException {
        for (DocumentOffice one : List.of(office, office(policy), withModel())) {
            assertThat(faults(schema(), JSON.readTree(one.registerJson()), "entry")).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsWrong() throws IOException {
        String entry = office.registerJson();
        for (String wrong : List.of(entry.replace("\"goal\"", "\"gaol\""),
                entry.replace("\"1.0\"", "\"2.0\""),
                entry.replaceFirst("\"lang\" : \"sv\"", "\"lang\" : \"svenska\""),
                entry.replaceFirst("\"revision_date\" : \"[^\"]*\"", "\"revision_date\" : \"i dag\""),
                entry.replaceFirst("\"tags\" : \\[[^]]*]", "\"tags\" : []"),
                entry.replaceFirst("\"provider\" : \"[^\"]*\"", "\"provider\" : 7"))) {
            assertThat(wrong).isNotEqualTo(entry);
            assertThat(faults(schema(), JSON.readTree(wrong), "entry")).isNotEmpty();
        }
    }

    @Test
    void anOperatorReadsAndTakesThemAway() {
        staff.make("driften", StaffRole.ADMIN);
        StaffBrowser operator = new StaffBrowser(port);
        operator.signIn("driften", StaffForTests.PASSWORD);
        assertThat(operator.get(PAGE).body()).contains("<h1>Handlingar om assistenten</h1>", "register.json");
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(operator.get(PAGE + "/" + kind.word()).body()).as(kind.name()).contains("<h1>",
                    "Lindåkra kommun");
            assertThat(operator.get(PAGE + "/" + kind.word() + ".md").body()).as(kind.name())
                    .startsWith("# ");
        }
        assertThat(operator.get(PAGE + "/register.json").body()).startsWith("{");
        assertThat(operator.get(PAGE + "/nagot").statusCode()).isEqualTo(404);
        staff.make("skribenten", StaffRole.WRITER, StaffRole.AUDITOR);
        StaffBrowser writer = new StaffBrowser(port);
        writer.signIn("skribenten", StaffForTests.PASSWORD);
        for (String path : List.of("", "/dpia", "/dpia.md", "/register.json")) {
            assertThat(writer.get(PAGE + path).statusCode()).as(path).isEqualTo(403);
        }
    }
}
