package se.lotsen.security;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.answering.Explanation;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.testing.model.GoodModel;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Wire;

/** Ordinary questions are not taken for attacks. A third of them runs with every build; all with {@code -Dlotsen.benign=all}. */
@Execution(ExecutionMode.CONCURRENT)
class BenignQuestionsTests {
    private static final int EVERY = "all".equals(System.getProperty("lotsen.benign")) ? 1 : 4;
    private static final double MOST_REFUSED = 0.005;
    private static final double ONE_OF_THE_SAMPLE = 0.006;

    private final Tally tally = new Tally();

    @Test
    void ordinaryQuestionsAreNotTakenForAttacks() throws IOException {
        List<String> questions = Files.readAllLines(
                Path.of("src/test/resources/se/lotsen/security/benign-questions.txt"),
                StandardCharsets.UTF_8);
        try (ModelServer server = ModelServer.start(new GoodModel());
                Assistant assistant = Assistant.setup().model(server, Wire.OPENAI).start()) {
            server.onlyCount();
            for (int number = 1; number <= questions.size(); number++) {
                if (number / 3 % EVERY == 0) {
                    count(number, questions.get(number - 1),
                            assistant.ask(questions.get(number - 1)).explanation());
                }
            }
        }
        System.out.println(tally.row("benign questions neither refused as steering nor withheld"));
        String to = System.getProperty("lotsen.benign.report");
        if (to != null) {
            Files.write(Path.of(to), tally.notes(), StandardCharsets.UTF_8);
        }
        assertThat(1 - tally.share(false)).as("refused, tuned part: " + tally.notes())
                .isLessThanOrEqualTo(MOST_REFUSED);
        // One of a sample of 167 is more than the aim, and no proof against it: all 667 are counted with "all".
        assertThat(1 - tally.share(true)).as("refused, held-out part")
                .isLessThanOrEqualTo(EVERY == 1 ? MOST_REFUSED : ONE_OF_THE_SAMPLE);
    }

    private void count(int number, String question, Explanation why) {
        boolean steering = why.rule() != null && why.rule().id().startsWith("steering.");
        boolean withheld = why.outcome() == AnswerOutcome.NOT_ANSWERED_NOT_GROUNDED
                || why.outcome() == AnswerOutcome.FAILED_UNEXPECTED;
        tally.count(number, !steering && !withheld,
                number + "\t" + (why.rule() == null ? why.outcome() : why.rule().id()) + "\t" + question);
    }
}
