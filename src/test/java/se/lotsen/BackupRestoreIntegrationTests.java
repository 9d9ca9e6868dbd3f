package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.PostgresForTests;
import se.lotsen.testing.ServiceProcess;
import se.lotsen.testing.ServiceProcess.Ended;

/**
 * A backup that the running service is asked for is restored to a machine that has nothing, on the other kind of database, and
 * back: the conversations are there, and every question gets the same answer, byte for byte.
 */
class BackupRestoreIntegrationTests {
    private static final Path KNOWLEDGE = Path.of("knowledge-base").toAbsolutePath();
    /** Of the golden questions; all there are: {@code -Dlotsen.golden=1000}. */
    private static final int ASKED = Integer.getInteger("lotsen.golden", 25);

    /** Each answer has a number of its own, given again or not. */
    private static final Pattern RECEIPT = Pattern.compile(",\"receipt\":\"[^\"]*\"");

    @TempDir
    private Path folder;

    @Test
    @Timeout(1800)
    void aFreshInstallGivesTheSameAnswersOnTheOtherDatabaseAndBack() throws IOException {
        List<String> questions = golden();
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        Path h2 = folder.resolve("h2");
        List<String> before;
        Talk talk;
        List<Frame> transcript;
        try (ServiceProcess service = ServiceProcess.serve(h2, KNOWLEDGE)) {
            ChatClient client = service.client();
            before = answers(client, questions);
            talk = client.start();
            client.ask(talk, "vad kostar förskolan");
            transcript = transcript(client, talk);
            assertDone(ServiceProcess.run(h2, KNOWLEDGE, "backup", first.toString()));
            assertThat(ServiceProcess.run(h2, KNOWLEDGE, "restore", first.toString(), "--replace").err())
                    .contains("Stoppa den");
        }
        try (PostgresForTests server = PostgresForTests.newSchema()) {
            Map<String, String> postgres = Map.of("SPRING_DATASOURCE_URL", server.url());
            Path knowledge = folder.resolve("knowledge");
            Path data = folder.resolve("postgres");
            assertDone(ServiceProcess.run(data, knowledge, postgres, "restore", first.toString()));
            try (ServiceProcess service = ServiceProcess.serve(data, knowledge, postgres)) {
                assertSame(service.client(), talk, transcript, questions, before);
                assertThat(service.log()).doesNotContain("ERROR", "changed in the folder by others");
                assertDone(ServiceProcess.run(data, knowledge, postgres, "backup", second.toString()));
            }
        }
        Path knowledge = folder.resolve("knowledge-again");
        assertDone(ServiceProcess.run(folder.resolve("h2-again"), knowledge, "restore", second.toString()));
        try (ServiceProcess service = ServiceProcess.serve(folder.resolve("h2-again"), knowledge)) {
            assertSame(service.client(), talk, transcript, questions, before);
        }
        System.out.printf("%d golden questions: the same answers on H2, PostgreSQL and H2%n",
                questions.size());
    }

    private static void assertDone(Ended ended) {
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("Exception");
    }

    private static void assertSame(ChatClient client, Talk talk, List<Frame> transcript,
            List<String> questions,
            List<String> before) {
        assertThat(transcript(client, talk)).isEqualTo(transcript);
        assertThat(answers(client, questions)).isEqualTo(before);
    }

    private static List<Frame> transcript(ChatClient client, Talk talk) {
        return client.events(talk, 0, frame -> frame.event().equals("completed"));
    }

    private static List<String> answers(ChatClient client, List<String> questions) {
        return questions.stream().map(question -> {
            StringBuilder answer = new StringBuilder();
            client.ask(client.start(), question).stream().filter(Frame::isStored)
                    .forEach(frame -> answer.append(frame.event()).append(' ')
                            .append(RECEIPT.matcher(frame.data().toString()).replaceAll("")).append('\n'));
            return answer.toString();
        }).toList();
    }

    /** Evenly from the whole file. */
    private static List<String> golden() throws IOException {
        try (Stream<String> lines = Files.lines(KNOWLEDGE.resolve("golden-questions.tsv"))) {
            List<String> all = lines.filter(line -> !line.startsWith("#") && !line.startsWith("id\t"))
                    .map(line -> line.split("\t")).filter(row -> row.length > 4).map(row -> row[4]).toList();
            int step = Math.max(1, all.size() / ASKED);
            return Stream.iterate(0, i -> i < all.size(), i -> i + step).map(all::get).toList();
        }
    }
}
