package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.KnowledgeFiles;

/** A folder as it would be with drafts. */
class KnowledgeFolderTests {
    private static final int LISTINGS = 3_000;
    @TempDir
    private Path temporary;
    private KnowledgeFolder folder;

    @BeforeEach
    void twoPagesAndAFileBesideThem() {
        folder = new KnowledgeFiles(temporary).page("a.md", aPage("a")).page("b.md", aPage("b"))
                .write("contacts.yaml", "contacts: []\n").folder();
    }

    private static List<Finding> findings(KnowledgeFolder folder, String file) {
        List<Finding> findings = new ArrayList<>();
        folder.read(file, findings::add);
        return findings;
    }

    private static String text(KnowledgeFolder folder, String file) {
        return folder.read(file, finding -> {
        }).orElseThrow();
    }

    /** Whoever publishes writes beside the page and moves it there; {@code Files.walk} fails when that is gone again. */
    @Test
    void filesThatComeAndGoWhileItIsListedAreNoFault() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (var beside = Executors.newFixedThreadPool(1)) {
            Future<Integer> written = beside.submit(() -> {
                int times = 0;
                for (; !over.get(); times++) {
                    Path fresh = temporary.resolve("pages/.a.md." + times + ".new");
                    Files.writeString(fresh, "halv");
                    Files.delete(fresh);
                }
                return times;
            });
            List<Finding> findings = new ArrayList<>();
            try {
                for (int i = 0; i < LISTINGS; i++) {
                    assertThat(folder.pageFiles(findings::add)).contains("pages/a.md", "pages/b.md");
                    assertThat(folder.files()).contains("contacts.yaml", "pages/a.md");
                }
            } finally {
                over.set(true);
            }
            assertThat(findings).isEmpty();
            assertThat(written.get()).as("files that came and went").isPositive();
        }
    }

    @Test
    void pagesAreChangedAddedAndTakenAwayForWhoeverReadsIt() throws Exception {
        KnowledgeFolder drafts = folder.with(Map.of("pages/a.md",
                Optional.of(aPage("a").with("title", "Ny rubrik").text()), "pages/b.md", Optional.empty(),
                "pages/nytt/c.md", Optional.of(aPage("c").text()), "notes.md", Optional.of("ingen sida")));

        Library library = Library.read(drafts);

        assertThat(library.pages()).containsOnlyKeys("a", "c");
        assertThat(library.findings()).isEmpty();
        assertThat(library.page("a").orElseThrow().metadata().title()).isEqualTo("Ny rubrik");
        assertThat(Library.read(folder).pages()).as("the folder itself").containsOnlyKeys("a", "b");
        try (var files = Files.walk(temporary)) {
            assertThat(files.filter(Files::isRegularFile)).as("the disk").hasSize(3);
        }
    }

    @Test
    void filesBesideThePagesAreChangedAddedAndTakenAway() {
        KnowledgeFolder drafts = folder.with(Map.of("contacts.yaml", Optional.empty(), "synonyms.sv.txt",
                Optional.of("a, b\n")));
        assertThat(text(drafts, "synonyms.sv.txt")).isEqualTo("a, b\n");
        assertThat(findings(drafts, "contacts.yaml")).extracting(Finding::code)
                .containsExactly(Finding.Code.MISSING);
        assertThat(text(folder, "contacts.yaml")).isEqualTo("contacts: []\n");
    }

    @Test
    void changesAddUpAndTheLastCounts() {
        KnowledgeFolder first = folder
                .with(Map.of("pages/a.md", Optional.empty(), "x.txt", Optional.of("1")));
        KnowledgeFolder second = first.with(Map.of("x.txt", Optional.of("2")));
        assertThat(Library.read(second).pages()).containsOnlyKeys("b");
        assertThat(text(second, "x.txt")).isEqualTo("2");
        assertThat(text(first, "x.txt")).isEqualTo("1");
        assertThat(Library.read(second.with(Map.of("pages/a.md", Optional.of(aPage("a").text())))).pages())
                .containsOnlyKeys("a", "b");
    }

    @Test
    void aDraftIsReadAsItsFileWillBe() {
        String text = "\uFEFF\uFEFFfo\u0308rskola";
        KnowledgeFolder drafts = folder.with(Map.of("a.txt", Optional.of(text)));
        new KnowledgeFiles(temporary).write("b.txt", text);
        assertThat(text(drafts, "a.txt")).isEqualTo(text(folder, "b.txt")).isEqualTo("förskola");
        assertThat(Page.digestOf(text)).isEqualTo(Page.digestOf("förskola"));
    }

    @Test
    void aDraftThatNoFileMayBeIsFoundBeforeItIsOne() {
        String huge = "å".repeat(500_001);
        KnowledgeFolder drafts = folder.with(Map.of("a.txt", Optional.of(huge)));
        new KnowledgeFiles(temporary).write("b.txt", huge).write("c.txt", "noll\0");
        assertThat(findings(drafts, "a.txt")).extracting(Finding::code)
                .containsExactly(Finding.Code.TOO_LARGE);
        assertThat(findings(folder, "b.txt")).extracting(Finding::code)
                .containsExactly(Finding.Code.TOO_LARGE);
        assertThat(findings(folder, "c.txt")).extracting(Finding::code)
                .containsExactly(Finding.Code.NOT_UTF8);
    }
}
