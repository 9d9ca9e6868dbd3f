package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.knowledge.Library;
import se.lotsen.security.Assistant;
import se.lotsen.security.Given;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.SeededRandom;
import se.lotsen.testing.model.AnswerPrompt;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Script;
import se.lotsen.testing.model.Wire;

/**
 * S28, citations that a model makes up. Each is an id from what was found, and is checked again by the server; {@code -Dlotsen.citations=10000}
 * tries so many.
 */
class S28ForgedCitationsTests {
    private static final int CITATIONS = Integer.getInteger("lotsen.citations", 300);
    private static final List<String> FORGED = List.of("[99]", "[0]", "[-1]", "[1][99]", "[99][1]",
            "[1,2,99]", "[١]", "[1e0]", "[0x1]", "[forskola-avgift]", "[1]x[2]", "[]", "[[1]]", "(1)", "【1】",
            "[1](https://foreign.example)", "[9999999999999999999]", "[1\u200b]", "¹", "[passage 1]");

    @Test
    void noCitationIsOfWhatWasNotFound() {
        SeededRandom random = new SeededRandom();
        AtomicInteger forged = new AtomicInteger();
        AtomicInteger released = new AtomicInteger();
        List<String> questions = Library.read(KnowledgeFiles.shipped()).pages().values().stream()
                .flatMap(page -> page.metadata().questions().stream()).toList();
        try (ModelServer model = ModelServer.start(request -> AnswerPrompt.of(request).map(prompt -> {
            StringBuilder answer = new StringBuilder();
            for (AnswerPrompt.Given passage : prompt.passages()) {
                for (String line : passage.lines().stream().limit(2).toList()) {
                    answer.append(line.replaceAll("[.!?]?$", "")).append(' ').append(random.oneOf(FORGED))
                            .append(". ");
                    forged.incrementAndGet();
                }
            }
            answer.append("Det står uttryckligen i 4 kap. 3 § kommunens stadga [")
                    .append(prompt.passages().size() + 1).append("].");
            return Script.saying(answer.toString());
        }).orElseGet(() -> Script.saying("x")));
                Assistant assistant = Assistant.setup().model(model, Wire.OPENAI).start()) {
            model.onlyCount();
            Set<String> known = assistant.passages();
            for (int i = 0; forged.get() < CITATIONS && i < 20 * CITATIONS; i++) {
                Given given = assistant.ask(questions.get(i % questions.size()));
                Set<String> found = given.of(SourcesFound.class).flatMap(event -> event.sources().stream())
                        .map(source -> source.toString()).collect(Collectors.toSet());
                for (TextReleased sentence : given.sentences()) {
                    released.incrementAndGet();
                    assertThat(sentence.text()).as("%s", random)
                            .doesNotContain("4 kap. 3 § kommunens stadga", "foreign.example", "[", "]", "【");
                    assertThat(sentence.sources()).as("%s", random)
                            .allSatisfy(source -> assertThat(known).contains(source.url()));
                }
                assertThat(found).isNotNull();
            }
        }
        System.out.printf(
                "| forged citations (%s) | %d forged | %d sentences released, each of a passage that was found | 0 forged heard |%n",
                random, forged.get(), released.get());
        assertThat(forged.get()).isGreaterThanOrEqualTo(CITATIONS);
    }
}
