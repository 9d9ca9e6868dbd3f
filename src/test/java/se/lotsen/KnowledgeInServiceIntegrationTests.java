package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ServiceProcess;
import se.lotsen.testing.ServiceProcess.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program on an editor's folder: what is wrong is said, what is edited is used, commands run beside it. */
class KnowledgeInServiceIntegrationTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("knowledge-base").toAbsolutePath();
    private static final List<String> EXAMPLES = List.of("vad kostar det att ha två barn på dagis",
            "sop tömning",
            "oppettider tippen", "vem vann allsvenskan");

    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void anEditIsUsedAndCommandsRunBesideTheService() throws Exception {
        Path knowledge = copyOfTheSample("edited");
        Path data = folder.resolve("data");
        Files.writeString(knowledge.resolve("pages/trasig.md"),
                "---\nid: trasig\ntitel: Trasig\n---\nText.\n");
        try (ServiceProcess service = ServiceProcess.serve(data, knowledge);
                var beside = Executors.newFixedThreadPool(2)) {
            ChatClient client = service.client();
            assertThat(answer(client)).contains("1 800 kronor").doesNotContain("1 944");
            Path page = knowledge.resolve("pages/barn-och-utbildning/forskola-avgift.md");
            Files.writeString(page, Files.readString(page).replace("1 800 kronor", "1 944 kronor"));
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> assertThat(answer(client)).contains("1 944 kronor")
                            .doesNotContain("1 800"));

            Future<Ended> second = beside.submit(() -> ServiceProcess.run(data, knowledge, "serve"));
            Future<Ended> check = beside.submit(() -> ServiceProcess.run(data, knowledge, "check"));
            Future<Ended> evaluate = beside.submit(evaluate(data, knowledge));
            List<Future<Ended>> asks = EXAMPLES.stream().map(question -> beside
                    .submit(() -> ServiceProcess.run(data, knowledge, "ask", question, "--json"))).toList();

            assertRefused(second.get(), data.resolve("conversations.mv.db").toString(), "LOTSEN_DATA_DIR");
            assertReported(check.get(), service.log());
            assertThat(JSON.readTree(evaluate.get().out()).isObject()).as(evaluate.get().toString()).isTrue();
            for (int i = 0; i < asks.size(); i++) {
                assertOneAnswer(asks.get(i).get(), EXAMPLES.get(i));
            }
            assertThat(answer(client)).as("the service is not disturbed").contains("1 944 kronor");
            assertBrokenFilesLeaveTheLastGoodOnes(service, knowledge, client);
            assertATopicIsSwitchedOff(knowledge, client);
            assertThat(service.log()).doesNotContain("ERROR");
        }
    }

    private static void assertBrokenFilesLeaveTheLastGoodOnes(ServiceProcess service, Path knowledge,
            ChatClient client) throws IOException {
        Path emergency = knowledge.resolve("policies/emergency.yaml");
        String whole = Files.readString(emergency);
        Files.writeString(emergency, whole + "\nunknown: true\n");
        Path calibration = knowledge.resolve("calibration.yaml");
        String calibrated = Files.readString(calibration);
        Files.writeString(calibration, calibrated.replaceFirst("answerAt: .*", "answerAt: seldom"));
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(service.log()).contains("policies/emergency.yaml:",
                        "calibration.yaml:"));
        assertThat(ask(client, "det brinner i huset")).contains("\"emergency\"", "112");
        assertThat(answer(client)).contains("1 944 kronor");
        Files.writeString(emergency, whole);
        Files.writeString(calibration, calibrated);
    }

    private static void assertATopicIsSwitchedOff(Path knowledge, ChatClient client) throws IOException {
        Path topics = knowledge.resolve("policies/topics.yaml");
        Files.writeString(topics, Files.readString(topics).replace("pages: {}",
                "pages:\n  forskola-avgift:\n    off: true"));
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(answer(client)).contains("NOT_ANSWERED_TOPIC_OFF")
                        .doesNotContain("1 944"));
    }

    @Test
    @Timeout(240)
    void aKnowledgeBaseThatCannotBeUsedIsRefusedWithFileAndRemedy() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty/pages")).getParent();
        Path unreadable = copyOfTheSample("unreadable");
        Files.delete(unreadable.resolve("replies.sv.yaml"));
        // Nobody can read a link to itself, not even root.
        Files.createSymbolicLink(unreadable.resolve("replies.sv.yaml"),
                unreadable.resolve("replies.sv.yaml"));
        Path notUtf8 = copyOfTheSample("not-utf8");
        Path replies = notUtf8.resolve("replies.sv.yaml");
        Files.writeString(replies, Files.readString(replies), StandardCharsets.ISO_8859_1);
        try (var starts = Executors.newFixedThreadPool(2)) {
            Future<Ended> missing = starts.submit(() -> serve("missing"));
            Future<Ended> ofEmpty = starts.submit(() -> serve("empty"));
            Future<Ended> ofUnreadable = starts.submit(() -> serve("unreadable"));
            Future<Ended> ofNotUtf8 = starts.submit(() -> serve("not-utf8"));
            assertRefused(missing.get(), folder.resolve("missing/pages").toString(), "Finns inte",
                    "LOTSEN_KNOWLEDGE_DIR");
            assertRefused(ofEmpty.get(), empty.resolve("pages").toString(), "innehåller inga sidor");
            assertRefused(ofUnreadable.get(), unreadable.toString(), "replies.sv.yaml: Går inte att läsa",
                    "Kontrollera rättigheterna");
            assertRefused(ofNotUtf8.get(), notUtf8.toString(), "replies.sv.yaml: Filen är inte UTF-8",
                    "Spara om den");
        }
        Ended fine = ServiceProcess.run(folder.resolve("none"), SAMPLE, "check");
        assertThat(fine.status()).as(fine.out()).isZero();
        Ended faulty = ServiceProcess.run(folder.resolve("none"), notUtf8, "check");
        assertThat(faulty.status()).isEqualTo(1);
        assertThat(faulty.out()).contains("replies.sv.yaml: Filen är inte UTF-8");
    }

    private Ended serve(String knowledge) {
        return ServiceProcess.run(folder.resolve("data-" + knowledge), folder.resolve(knowledge), "serve");
    }

    private static void assertRefused(Ended ended, String... said) {
        assertThat(ended.status()).isNotZero();
        assertThat(ended.err()).contains(said).doesNotContain("\tat ", "Caused by", "Exception");
        assertThat(ended.out()).isEmpty();
    }

    /** The broken page is left out, reported in the log and by {@code check} in the same words. */
    private static void assertReported(Ended check, String log) {
        assertThat(check.status()).isEqualTo(1);
        List<String> findings = check.out().lines().filter(line -> line.startsWith("pages/trasig.md:"))
                .toList();
        assertThat(findings).isNotEmpty().anyMatch(line -> line.contains("”titel”"))
                .allSatisfy(finding -> assertThat(log).contains(finding));
        assertThat(check.out().lines().toList().getLast()).contains("83 sidor");
        assertThat(check.err()).isEmpty();
    }

    private Callable<Ended> evaluate(Path data, Path knowledge) throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.tsv"),
                "id\tlang\texpected\tpages\tquestion\nq1\tsv\tanswered\tforskola-avgift\tvad kostar förskolan\n");
        return () -> ServiceProcess.run(data, knowledge, "evaluate", "--questions", questions.toString(),
                "--json");
    }

    private static void assertOneAnswer(Ended ended, String question) {
        assertThat(ended.status()).as(ended.err()).isZero();
        JsonNode answer = JSON.readTree(ended.out());
        assertThat(answer.propertyNames()).contains("question", "language", "kind", "outcome", "confidence",
                "answer", "sources", "choices", "handover");
        assertThat(answer.required("question").asString()).isEqualTo(question);
        assertThat(answer.required("kind").asString()).isIn("answered", "clarify", "referred", "emergency",
                "declined", "handover", "no_answer", "greeting");
        assertThat(answer.required("confidence").asDouble()).isBetween(0.0, 1.0);
        answer.required("answer").forEach(sentence -> {
            assertThat(sentence.required("text").asString()).isNotBlank();
            sentence.required("sources").forEach(source -> assertThat(source.propertyNames())
                    .contains("page", "heading", "url"));
        });
        answer.required("sources").forEach(source -> assertThat(source.propertyNames())
                .contains("page", "title", "score"));
        assertThat(answer.required("handover").propertyNames()).contains("offered", "reason", "openNow",
                "nextOpening");
        assertThat(ended.out().strip()).as("nothing else").startsWith("{").endsWith("}");
    }

    private static String answer(ChatClient client) {
        return ask(client, "vad kostar förskolan per månad");
    }

    /** All frames after the question as they came. */
    private static String ask(ChatClient client, String question) {
        return client.ask(client.start(), question).stream()
                .filter(frame -> !frame.event().equals("question"))
                .map(frame -> frame.data().toString())
                .reduce("", (a, b) -> a + " " + b);
    }

    private Path copyOfTheSample(String name) throws IOException {
        Path copy = folder.resolve(name);
        FileSystemUtils.copyRecursively(SAMPLE, copy);
        return copy;
    }
}
