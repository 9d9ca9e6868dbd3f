package se.lotsen.realmodels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import se.lotsen.languagemodel.ConfiguredModel;

/**
 * The smallest real language model as the voice: real stream, real slowness, real nonsense. Whatever it says, the citizen
 * gets what the pages say. The number of questions is {@code -Dlotsen.real.questions} (20).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealChatTests {
    private static final int QUESTIONS = Integer.getInteger("lotsen.real.questions", 20);
    private static ConfigurableApplicationContext quoting;
    private static ConfigurableApplicationContext speaking;

    @BeforeAll
    static void start() {
        String chat = RealModels.chat();
        quoting = RealModels.start();
        speaking = RealModels.start("lotsen.model.provider=openai-compatible",
                "lotsen.model.base-url=" + chat,
                "lotsen.model.name=gemma-3-270m", "lotsen.model.first-token-timeout=60s",
                "lotsen.model.idle-timeout=10s", "lotsen.model.total-timeout=90s",
                "lotsen.model.max-answer-tokens=150", "lotsen.model.max-passage-words=400",
                "lotsen.model.calls-per-minute=10000",
                "lotsen.model.tokens-per-day-per-conversation=10000000",
                "lotsen.answering.deadline=200s");
    }

    @AfterAll
    static void close() {
        Stream.of(quoting, speaking).filter(context -> context != null)
                .forEach(ConfigurableApplicationContext::close);
    }

    @Test
    @Order(1)
    void everyCitizenStillGetsWhatThePagesSay() throws IOException {
        int asked = 0;
        int same = 0;
        int written = 0;
        List<String> lost = new ArrayList<>();
        for (String question : questions()) {
            Answer without = quoting.getBean(AnswerDesk.class).ask(List.of(question));
            if (without.kind() != AnswerKind.ANSWERED || asked == QUESTIONS) {
                continue;
            }
            asked++;
            Answer with = speaking.getBean(AnswerDesk.class).ask(List.of(question));
            List<String> words = with.answer().stream().map(Answer.Sentence::text).toList();
            boolean kept = with.kind() == AnswerKind.ANSWERED && without.answer().stream()
                    .map(Answer.Sentence::text).allMatch(words::contains);
            same += kept ? 1 : 0;
            written += words.size() > without.answer().size() ? 1 : 0;
            if (!kept) {
                lost.add(question);
            }
            assertThat(with.answer()).allSatisfy(sentence -> assertThat(sentence.sources()).isNotEmpty());
        }
        System.out.printf(
                "real chat model: %d questions, the whole quotation in %d, something of the model's own in %d;"
                        + " calls: %s%n",
                asked, same, written, speaking.getBean(ConfiguredModel.class).status());
        assertThat(lost).as("questions whose quotation was not whole").isEmpty();
        assertThat(asked).isEqualTo(QUESTIONS);
    }

    @Test
    @Order(2)
    void killedInTheMiddleOfAnAnswerItLeavesAWholeSourcedOne() throws IOException, InterruptedException {
        ProcessHandle server = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("gemma-3-270m.gguf"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the chat server's process is not to be found"));
        Answer without = quoting.getBean(AnswerDesk.class).ask(List.of("vad kostar ett bad i simhallen"));
        Thread killer = Thread.ofVirtual().start(() -> {
            long before = speaking.getBean(ConfiguredModel.class).status().tokensLeft();
            while (speaking.getBean(ConfiguredModel.class).status().tokensLeft() == before) {
                Thread.onSpinWait();
            }
            server.destroyForcibly();
        });
        Answer with = speaking.getBean(AnswerDesk.class).ask(List.of("vad kostar ett bad i simhallen"));
        killer.join();
        assertThat(with.kind()).isEqualTo(AnswerKind.ANSWERED);
        assertThat(with.answer().stream().map(Answer.Sentence::text)).containsAll(
                without.answer().stream().map(Answer.Sentence::text).toList());
        assertThat(with.answer()).allSatisfy(sentence -> assertThat(sentence.sources()).isNotEmpty());
    }

    private static List<String> questions() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("knowledge-base/golden-questions.tsv"))) {
            return lines.map(line -> line.split("\t"))
                    .filter(row -> row.length > 4 && row[1].equals("sv") && row[2].equals("answered"))
                    .map(row -> row[4]).toList();
        }
    }
}
