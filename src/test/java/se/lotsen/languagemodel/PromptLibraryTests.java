package se.lotsen.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeUnusable;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.PromptFiles;

class PromptLibraryTests {
    private static final String FILE = "summarise-conversation.sv.md";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private KnowledgeFiles files;

    @BeforeEach
    void shippedPrompts() {
        files = PromptFiles.copyOfTheShipped(folder);
    }

    @Test
    void theShippedPromptsAreSound() {
        assertThat(PromptLibrary.check(Path.of("prompts"))).isEmpty();
        String versions = new PromptLibrary(Path.of("prompts"), clock).versions();
        for (PromptName name : PromptName.values()) {
            assertThat(versions).containsPattern(name.file().replace(".", "\\.") + "@[1-9]");
        }
    }

    @Test
    void theImageHoldsThePromptsWithoutWhichNothingStarts() {
        assertThat(Path.of("Dockerfile")).content().contains("COPY prompts prompts\n");
    }

    @Test
    void aFileWithAFaultOrAMissingOneRefusesTheStartAndIsNamed() {
        files.write(FILE, "Sammanfatta.").delete("answer.sv.md");
        assertThatThrownBy(() -> new PromptLibrary(folder, clock))
                .isInstanceOfSatisfying(KnowledgeUnusable.class,
                        fault -> assertThat(fault.findings()).extracting(Finding::file)
                                .containsExactlyInAnyOrder(FILE, "answer.sv.md"));
        assertThat(PromptLibrary.check(folder)).extracting(Finding::file)
                .containsExactlyInAnyOrder(FILE, "answer.sv.md");
    }

    @Test
    void aMissingFolderIsReportedFileByFile() {
        assertThat(PromptLibrary.check(folder.resolve("nowhere"))).hasSize(PromptName.values().length)
                .extracting(Finding::code).containsOnly(Finding.Code.MISSING);
    }

    @Test
    void aChangedFileIsUsedAfterASecond() {
        PromptLibrary library = new PromptLibrary(folder, clock);
        write(7, "{{conversation}}");
        assertThat(summary(library).name()).isEqualTo("summarise-conversation.sv@1");
        clock.move(SECOND);
        assertThat(summary(library))
                .isEqualTo(new Prompt("summarise-conversation.sv@7", "Kort.", "hej", 5));
    }

    @Test
    void aBrokenEditKeepsTheLastGoodOneIsToldOnceAndIsMendedInPlace() {
        PromptLibrary library = new PromptLibrary(folder, clock);
        write(2, "{{conversation}}");
        clock.move(SECOND);
        summary(library);
        write(3, "{{conversatoin}}");
        try (LogCapture log = new LogCapture()) {
            for (int look = 0; look < 3; look++) {
                clock.move(SECOND);
                assertThat(summary(library).name()).isEqualTo("summarise-conversation.sv@2");
            }
            assertThat(log.lines()).filteredOn(line -> line.contains("{{conversatoin}}")).singleElement()
                    .asString().startsWith("WARN").contains(FILE);
        }
        write(4, "{{conversation}}");
        clock.move(SECOND);
        assertThat(summary(library).name()).isEqualTo("summarise-conversation.sv@4");
    }

    @Test
    void aDeletedFileKeepsTheLastGoodOneAndComesBack() {
        PromptLibrary library = new PromptLibrary(folder, clock);
        files.delete(FILE);
        clock.move(SECOND);
        assertThat(summary(library).name()).isEqualTo("summarise-conversation.sv@1");
        write(2, "{{conversation}}");
        clock.move(SECOND);
        assertThat(summary(library).name()).isEqualTo("summarise-conversation.sv@2");
    }

    @Test
    void everythingThatAPromptNeedsMustBeGivenAndNothingElse() {
        PromptLibrary library = new PromptLibrary(folder, clock);
        assertThatThrownBy(() -> library.prompt(PromptName.ANSWER, Map.of("question", "hej"), 5))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("passages");
        assertThatThrownBy(() -> library.prompt(PromptName.SUMMARISE_CONVERSATION,
                Map.of("conversation", "hej", "more", "x"), 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceholderInAQuestionStaysAsItWasTyped() {
        PromptLibrary library = new PromptLibrary(folder, clock);
        assertThat(library.prompt(PromptName.ANSWER,
                Map.of("question", "{{question}} {{passages}}", "passages", "[1] {{question}}"), 5).user())
                .contains("Fråga: {{question}} {{passages}}", "[1] {{question}}");
    }

    private void write(int version, String user) {
        files.write(FILE,
                "---\nversion: " + version + "\nplaceholders: [conversation]\n---\n# system\nKort.\n"
                        + "\n# user\n" + user + "\n");
    }

    private static Prompt summary(PromptLibrary library) {
        return library.prompt(PromptName.SUMMARISE_CONVERSATION, Map.of("conversation", "hej"), 5);
    }
}
