package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.testing.KnowledgeFiles;

class KnowledgeCheckTests {
    @TempDir
    Path root;

    @Test
    void theShippedFolderIsWhole() {
        KnowledgeCheck check = KnowledgeCheck.of(KnowledgeFiles.shipped());
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
        assertThat(KnowledgeCheck.of(files.folder()).findings()).extracting(Finding::file).contains(
                "pages/broken.md", "replies.sv.yaml", "synonyms.sv.txt", "contacts.yaml",
                "opening-hours.yaml",
                "referrals.yaml");
    }

    @Test
    void aPageThatNamesNoContactOfTheFileIsReported() {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root.resolve("copy"))
                .page("a.md", aPage("a").with("contact", "bygglv"));
        KnowledgeCheck check = KnowledgeCheck.of(files.folder());
        assertThat(check.findings())
                .containsExactly(Finding.of("pages/a.md", 0, Code.UNKNOWN_REFERENCE, "bygglv"));
    }

    @Test
    void aMissingFolderIsReportedNotThrown() {
        KnowledgeCheck check = KnowledgeCheck.of(new KnowledgeFiles(root.resolve("nowhere")).folder());
        assertThat(check.pages()).isZero();
        assertThat(check.findings()).extracting(Finding::file).contains("pages", "replies.sv.yaml",
                "contacts.yaml");
        assertThat(check.findings()).extracting(Finding::code).containsOnly(Code.MISSING);
    }
}
