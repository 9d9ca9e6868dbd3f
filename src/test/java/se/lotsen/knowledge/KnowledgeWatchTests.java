package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.testing.PageFile.aPage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.KnowledgeFiles;

class KnowledgeWatchTests {
    @TempDir
    Path temporary;
    private final List<Object> published = new ArrayList<>();
    private KnowledgeFiles files;
    private KnowledgeWatch watch;

    @BeforeEach
    void twoPagesAndAFileBesideThem() {
        files = new KnowledgeFiles(temporary.resolve("knowledge")).page("a.md", aPage("a"))
                .page("b.md", aPage("b"))
                .write("contacts.yaml", "contacts: []\n");
        watch = new KnowledgeWatch(files.folder(), published::add);
    }

    @Test
    void readsTheFolderAtOnceAndPublishesNothingUntilSomethingChanges() {
        assertThat(watch.library().pages()).containsOnlyKeys("a", "b");
        watch.look();
        watch.look();
        assertThat(published).isEmpty();
    }

    @Test
    void refusesAFolderWithoutPages() {
        KnowledgeFolder empty = new KnowledgeFiles(temporary.resolve("empty")).folder();
        assertThatThrownBy(() -> new KnowledgeWatch(empty, published::add))
                .isInstanceOfSatisfying(KnowledgeUnusable.class, fault -> {
                    assertThat(fault.findings()).extracting(Finding::code)
                            .containsExactly(Finding.Code.MISSING);
                    assertThat(fault).hasMessageContaining("pages: Finns inte");
                });
    }

    @Test
    void publishesAChangedPageOnce() {
        files.page("a.md", aPage("a").with("title", "Ny rubrik"));
        watch.look();
        watch.look();
        assertThat(published).singleElement().isEqualTo(new LibraryChanged(watch.library()));
        assertThat(watch.library().pages().get("a").metadata().title()).isEqualTo("Ny rubrik");
    }

    @Test
    void publishesANewPageAndARemovedOne() {
        files.page("nytt/c.md", aPage("c")).delete("pages/b.md");
        watch.look();
        assertThat(watch.library().pages()).containsOnlyKeys("a", "c");
        assertThat(published).hasSize(1);
    }

    @Test
    void aChangeBesideThePagesLeavesThePagesAlone() {
        Library before = watch.library();
        files.write("contacts.yaml", "contacts: [] \n").write("synonyms.sv.txt", "a, b\n");
        watch.look();
        assertThat(published)
                .containsExactly(new KnowledgeFilesChanged(Set.of("contacts.yaml", "synonyms.sv.txt")));
        assertThat(watch.library()).isSameAs(before);
    }

    @Test
    void aRemovedFileBesideThePagesIsNamed() {
        files.delete("contacts.yaml");
        watch.look();
        assertThat(published).containsExactly(new KnowledgeFilesChanged(Set.of("contacts.yaml")));
    }

    @Test
    void aBrokenPageIsLeftOutAndComesBackWhenItIsMended() {
        files.write("pages/a.md", "---\nid: a\n");
        watch.look();
        assertThat(watch.library().pages()).containsOnlyKeys("b");
        assertThat(watch.library().findings()).extracting(Finding::file).containsExactly("pages/a.md");
        files.page("a.md", aPage("a"));
        watch.look();
        assertThat(watch.library().pages()).containsOnlyKeys("a", "b");
        assertThat(watch.library().findings()).isEmpty();
    }

    @Test
    void aVanishedFolderKeepsTheLastPagesAndItsReturnIsSeen() throws IOException {
        Path away = temporary.resolve("away");
        Files.move(temporary.resolve("knowledge"), away);
        watch.look();
        assertThat(watch.library().pages()).containsOnlyKeys("a", "b");
        assertThat(published).noneMatch(LibraryChanged.class::isInstance);
        Files.move(away, temporary.resolve("knowledge"));
        files.page("c.md", aPage("c"));
        watch.look();
        assertThat(watch.library().pages()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void pagesThatAreAllGoneOrAllBrokenKeepTheLastOnes() {
        files.write("pages/a.md", "").delete("pages/b.md");
        watch.look();
        assertThat(watch.library().pages()).containsOnlyKeys("a", "b");
        files.delete("pages/a.md");
        watch.look();
        assertThat(watch.library().pages()).containsOnlyKeys("a", "b");
        assertThat(published).isEmpty();
    }

    @Test
    void aListenerThatFailsIsToldAgainAtTheNextLook() {
        List<Object> heard = new ArrayList<>();
        KnowledgeWatch failing = new KnowledgeWatch(files.folder(), event -> {
            heard.add(event);
            if (heard.size() == 1) {
                throw new IllegalStateException("disk full");
            }
        });
        files.page("c.md", aPage("c"));
        assertThatThrownBy(failing::look).hasMessage("disk full");
        failing.look();
        assertThat(heard).hasSize(2);
        failing.look();
        assertThat(heard).hasSize(2);
    }
}
