package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.PromptFiles;

class KnowledgeCheckTests {
    private static final Path PROMPTS = Path.of("prompts");

    @TempDir
    Path root;

    @Test
    void theShippedFolderIsWhole() {
        KnowledgeCheck check = KnowledgeCheck.of(KnowledgeFiles.shipped(), PROMPTS);
        assertThat(check.findings()).isEmpty();
        assertThat(check.pages()).isGreaterThan(80);
    }

    @Test
    void everyKindOfFileIsLookedAt() {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root.resolve("copy"))
                .page("broken.md", aPage("broken").without("title"))
                .write("replies.sv.yaml", "noAnswer: Inget.\n")
                .write("synonyms.sv.txt", "a => b => c\n")
                .write("contacts.yaml", "contact: []\n")
                .write("opening-hours.yaml", "{")
                .write("referrals.yaml", "x: 1\n");
        assertThat(KnowledgeCheck.of(files.folder(), PROMPTS).findings()).extracting(Finding::file).contains(
                "pages/broken.md", "replies.sv.yaml", "synonyms.sv.txt", "contacts.yaml",
                "opening-hours.yaml",
                "referrals.yaml");
    }

    @Test
    void aPageThatNamesNoContactOfTheFileIsReported() {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root.resolve("copy"))
                .page("a.md", aPage("a").with("contact", "bygglv"));
        KnowledgeCheck check = KnowledgeCheck.of(files.folder(), PROMPTS);
        assertThat(check.findings())
                .containsExactly(Finding.of("pages/a.md", 0, Code.UNKNOWN_REFERENCE, "bygglv"));
    }

    @Test
    void aMissingFolderIsReportedNotThrown() {
        KnowledgeCheck check = KnowledgeCheck.of(new KnowledgeFiles(root.resolve("nowhere")).folder(),
                PROMPTS);
        assertThat(check.pages()).isZero();
        assertThat(check.findings()).extracting(Finding::file).contains("pages", "replies.sv.yaml",
                "contacts.yaml");
        assertThat(check.findings()).extracting(Finding::code).containsOnly(Code.MISSING);
    }

    @Test
    void aPromptWithAFaultIsReportedWithItsFolder() {
        KnowledgeFiles prompts = PromptFiles.copyOfTheShipped(root.resolve("prompts"))
                .write("answer.sv.md", "Svara.").delete("rewrite-question.sv.md");
        assertThat(KnowledgeCheck.of(KnowledgeFiles.shipped(), prompts.folder().root()).findings())
                .extracting(Finding::file)
                .containsExactly(prompts.resolve("answer.sv.md").toString(),
                        prompts.resolve("rewrite-question.sv.md").toString());
    }
}
