package se.lotsen.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.LotsenApplication;
import se.lotsen.archive.Archive;
import se.lotsen.archive.Draft;
import se.lotsen.audit.Actor;
import se.lotsen.commandline.CommandLine;
import se.lotsen.conversation.ConversationDisposal;
import se.lotsen.conversation.ConversationId;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.receipts.Replay.Result;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.OwnKnowledge;
import se.lotsen.testing.SeededRandom;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers given again after the pages have changed. {@code -Dlotsen.receipts=500} replays so many, {@code -Dlotsen.tampering=1000}
 * changes so many bytes.
 */
@ServiceTest
@ContextConfiguration(initializers = OwnKnowledge.class)
@Timeout(600)
class ReplayTests {
    private static final int RECEIPTS = Integer.getInteger("lotsen.receipts", 30);
    private static final int TAMPERED = Integer.getInteger("lotsen.tampering", 100);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Actor EDITOR = new Actor("konto-1", "Rut Redaktör");
    private final SeededRandom random = new SeededRandom();
    private final List<ConversationId> talks = new ArrayList<>();
    private final Map<String, String> before = new HashMap<>();
    @LocalServerPort
    private int port;
    @Value("${lotsen.data-dir}")
    private Path data;
    @Autowired
    private Replays replays;
    @Autowired
    private Archive archive;
    @Autowired
    private KnowledgeWatch watch;
    @Autowired
    private JdbcClient database;
    @Autowired
    private ConversationDisposal disposal;

    @AfterEach
    void leave() {
        publish(before);
        talks.forEach(
                talk -> database.sql("delete from conversation where id = :id").param("id", talk.value())
                        .update());
        database.sql("delete from tombstone").update();
        database.sql("delete from answer_receipt").update();
    }

    private String ask(ChatClient client, ChatClient.Talk talk, String question) {
        JsonNode end = client.ask(talk, question).getLast().data();
        return end.required("receipt").asString();
    }

    private ChatClient.Talk talk(ChatClient client) {
        ChatClient.Talk talk = client.start();
        talks.add(new ConversationId(UUID.fromString(talk.id())));
        return talk;
    }

    private List<String> ask(List<String> questions) {
        ChatClient client = new ChatClient(port);
        List<String> receipts = new ArrayList<>();
        ChatClient.Talk talk = talk(client);
        for (String question : questions) {
            if (random.below(3) > 0) {
                // One in three goes on in the conversation of the one before: a follow-up leans on it.
                talk = talk(client);
            }
            receipts.add(ask(client, talk, question));
        }
        return receipts;
    }

    private List<String> goldenQuestions(int count) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("knowledge-base/golden-questions.tsv"));
        List<String> head = List.of(lines.stream().filter(line -> line.startsWith("id\t")).findFirst()
                .orElseThrow().split("\t"));
        List<String> all = lines.stream().filter(line -> !line.startsWith("#") && !line.startsWith("id\t"))
                .map(line -> line.split("\t")[head.indexOf("question")]).toList();
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / count) % all.size()));
        }
        return chosen;
    }

    /** Writes other words on every page, and takes one away. */
    private void changeEveryPage() {
        Map<String, String> changed = new HashMap<>();
        watch.library().pages().values().forEach(page -> {
            String text = archive.revisionNow(page.file()).orElseThrow().text();
            before.put(page.file(), text);
            changed.put(page.file(),
                    text + "\n\n## Nytt om avgifter\n\nAvgiften ändrades till 4711 kronor och ansökan"
                            + " görs numera av en förälder.\n");
        });
        publish(changed);
    }

    private void publish(Map<String, String> texts) {
        List<Draft> drafts = new ArrayList<>();
        texts.forEach((file, text) -> {
            if (!archive.revisionNow(file).map(now -> now.text().equals(text)).orElse(false)) {
                Draft draft = archive.begin(file, EDITOR);
                drafts.add(archive.save(draft.id(), draft.version(), text, EDITOR));
            }
        });
        if (!drafts.isEmpty()) {
            archive.publish(drafts, EDITOR, "");
        }
    }

    private Replay replay(String receipt) {
        return replays.replay(ReceiptId.parse(receipt).orElseThrow());
    }

    @Test
    void answersAreGivenAgainToTheByteAfterEveryPageHasChanged() throws IOException {
        List<String> questions = goldenQuestions(RECEIPTS);
        List<String> receipts = ask(questions);
        changeEveryPage();
        int same = 0;
        int quoted = 0;
        for (int i = 0; i < receipts.size(); i++) {
            Replay replay = replay(receipts.get(i));
            assertThat(replay.result()).as("%s: %s, %s", questions.get(i), replay.differences(), random)
                    .isEqualTo(Result.SAME);
            same++;
            if (replay.then().stream().anyMatch(line -> line.page() != null)) {
                quoted++;
                assertThat(replay.pages()).as(questions.get(i)).isNotEmpty();
                assertThat(replay.then()).isEqualTo(replay.now());
            }
        }
        System.out.printf("receipts: %d of %d answers given again to the byte, %d of them quotations, %s%n",
                same,
                receipts.size(), quoted, random);
        assertThat(quoted).isGreaterThan(RECEIPTS / 3);
    }

    @Test
    void theSameQuestionIsAnsweredOtherwiseToday() throws IOException {
        String question = "vad kostar förskolan";
        String old = ask(List.of(question)).getFirst();
        String file = watch.library().page("forskola-avgift").orElseThrow().file();
        String text = archive.revisionNow(file).orElseThrow().text();
        before.put(file, text);
        publish(Map.of(file, text.replaceAll("1 ?[0-9]{3} kronor", "9 999 kronor")));
        Replay replay = replay(old);
        assertThat(replay.result()).isEqualTo(Result.SAME);
        assertThat(replay.pages()).extracting(Replay.ChangedPage::page).contains("forskola-avgift");
        String fresh = ask(List.of(question)).getFirst();
        assertThat(replay(fresh).then()).isNotEqualTo(replay.then());
    }

    @Test
    void aByteOfAReceiptThatWasChangedIsNoticed() throws IOException {
        List<String> receipts = ask(goldenQuestions(10));
        int detected = 0;
        for (int i = 0; i < TAMPERED; i++) {
            String receipt = receipts.get(i % receipts.size());
            String field = i % 5 == 4 ? "hash" : "document";
            String was = column(field, receipt);
            set(field, flipped(was), receipt);
            if (replay(receipt).result() == Result.TAMPERED) {
                detected++;
            }
            set(field, was, receipt);
        }
        System.out.printf("receipts: %d of %d changed bytes detected, %s%n", detected, TAMPERED, random);
        assertThat(detected).as(random.toString()).isEqualTo(TAMPERED);
        assertThat(receipts).allSatisfy(
                receipt -> assertThat(replay(receipt).result()).isEqualTo(Result.SAME));
    }

    private String column(String field, String receipt) {
        return database.sql("select " + field + " from answer_receipt where id = :id").param("id", receipt)
                .query(String.class).single();
    }

    private void set(String field, String value, String receipt) {
        database.sql("update answer_receipt set " + field + " = :value where id = :id").param("value", value)
                .param("id", receipt).update();
    }

    private String flipped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = random.below(bytes.length);
        bytes[at] = (byte) (bytes[at] == 'a' ? 'b' : 'a');
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aStoredAnswerThatWasChangedIsNoticed() {
        String receipt = ask(List.of("vad kostar förskolan")).getFirst();
        UUID conversation = talks.getLast().value();
        assertThat(database.sql("""
                update event set data = replace(data, 'förskola', 'fritids')
                where conversation_id = :id and event_type = 'text'""").param("id", conversation).update())
                .isPositive();
        assertThat(replay(receipt)).isEqualTo(Replay.tampered(receipt, Replay.Part.ANSWER));
    }

    @Test
    void aChangedExplanationIsNoticed() {
        String receipt = ask(List.of("vad kostar förskolan")).getFirst();
        database.sql("update explanation set document = replace(document, 'ANSWERED', 'ANSWERED ')"
                + " where conversation_id = :id").param("id", talks.getLast().value()).update();
        assertThat(replay(receipt)).isEqualTo(Replay.tampered(receipt, Replay.Part.EXPLANATION));
    }

    @Test
    void aRevisionThatIsGoneIsNamed() {
        String file = watch.library().page("forskola-avgift").orElseThrow().file();
        before.put(file, archive.revisionNow(file).orElseThrow().text());
        // A state that nobody has looked into yet.
        String text = before.get(file) + "\n\nNytt " + UUID.randomUUID() + ".\n";
        publish(Map.of(file, text));
        String receipt = ask(List.of("vad kostar förskolan")).getFirst();
        publish(Map.of(file, text + "\n\nMer.\n"));
        String digest = se.lotsen.knowledge.Page.digestOf(text);
        database.sql("update file_revision set digest = 'x' where file = :file and digest = :digest")
                .param("file", file).param("digest", digest).update();
        Replay replay = replay(receipt);
        database.sql("update file_revision set digest = :digest where file = :file and digest = 'x'")
                .param("file", file).param("digest", digest).update();
        assertThat(replay.result()).isEqualTo(Result.INCOMPLETE);
        assertThat(replay.part()).isEqualTo(file);
    }

    @Test
    void theReceiptOutlivesItsConversationWithoutTheQuestion() {
        String receipt = ask(List.of("vad kostar förskolan per månad för mig")).getFirst();
        List<Replay.Line> quoted = replay(receipt).then().stream().filter(line -> line.page() != null)
                .toList();
        assertThat(quoted).isNotEmpty();
        assertThat(disposal.disposeNow(talks.getLast())).isTrue();
        Replay replay = replay(receipt);
        assertThat(replay.result()).isEqualTo(Result.DISPOSED);
        assertThat(replay.then().stream().filter(line -> line.page() != null).toList()).isEqualTo(quoted);
        assertThat(column("document", receipt)).doesNotContain("vad kostar", "för mig");
    }

    @Test
    void theTranscriptQuotesTheReceipt() {
        ChatClient client = new ChatClient(port);
        ChatClient.Talk talk = talk(client);
        String receipt = ask(client, talk, "vad kostar förskolan");
        assertThat(client.transcript(talk).toString()).contains(receipt);
    }

    @Test
    void programsNeedTheStaffsKey() throws IOException {
        ChatClient client = new ChatClient(port);
        String receipt = ask(client, talk(client), "vad kostar förskolan");
        String path = "/api/receipts/" + receipt;
        String key = "Bearer " + Files.readString(data.resolve("staff-token")).strip();
        assertThat(client.get(path, Map.of()).statusCode()).isEqualTo(401);
        assertThat(client.get(path, Map.of("Authorization", "Bearer x")).statusCode()).isEqualTo(401);
        JsonNode replay = JSON.readTree(client.get(path, Map.of("Authorization", key)).body());
        assertThat(replay.path("result").asString()).isEqualTo("SAME");
        assertThat(
                client.get("/api/receipts/LS-0000-0000-0000-0001", Map.of("Authorization", key)).statusCode())
                .isEqualTo(404);
        assertThat(
                JSON.readTree(client.get("/api/receipts/LS-0000-0000-0000-0000", Map.of("Authorization", key))
                        .body()).path("result").asString())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void anAuditorSeesTheAnswerAndNotTheQuestion() {
        StaffForTests staff = new StaffForTests(database);
        staff.clear();
        staff.make("granskaren", StaffRole.AUDITOR);
        StaffBrowser auditor = new StaffBrowser(port);
        auditor.signIn("granskaren", StaffForTests.PASSWORD);
        String receipt = ask(List.of("vad kostar förskolan för mig")).getFirst();
        String page = auditor.submit("/records/audit/receipts", "kvitto", receipt).body();
        staff.clear();
        assertThat(page).contains("Samma svar, tecken för tecken", "extractive", "forskola-avgift")
                .doesNotContain("vad kostar förskolan för mig");
    }

    @Test
    void theCommandPrintsTheAnswerAgain() {
        String receipt = ask(List.of("vad kostar förskolan")).getFirst();
        String[] arguments = {"replay", receipt, "--url", "http://localhost:" + port, "--key-file",
                data.resolve("staff-token").toString()};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(command(out).run(arguments)).hasValue(0);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(receipt + ": samma svar",
                "forskola-avgift");
        String was = column("document", receipt);
        set("document", was.replace("0.", "1."), receipt);
        assertThat(command(out).run(arguments)).hasValue(1);
        set("document", was, receipt);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("NÅGON HAR ÄNDRAT", "RECEIPT");
    }

    private static CommandLine command(ByteArrayOutputStream out) {
        return new CommandLine(LotsenApplication.class, new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err, Clock.systemUTC());
    }

    @Test
    void everyEndingHasAReceipt() {
        for (String question : List.of("hej", "jag vill prata med en människa", "qwrtpsdfg zxcvbnm",
                "det brinner hemma hos mig", "what does preschool cost")) {
            assertThat(replay(ask(List.of(question)).getFirst()).result()).as(question)
                    .isEqualTo(Result.SAME);
        }
    }

}
