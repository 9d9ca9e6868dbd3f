package se.lotsen.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeUnusable;
import se.lotsen.testing.KnowledgeFiles;

class CurrentLookTests {
    private static final String FILE = "widget.yaml";
    private static final String SHIPPED = KnowledgeFiles.shipped().read(FILE, finding -> {
    }).orElseThrow();
    private static final String UNREADABLE = SHIPPED.replace("brand: \"#0b4f4a\"", "brand: \"#7fb5b0\"");

    @TempDir
    Path folder;

    private KnowledgeFiles files;

    @BeforeEach
    void write() {
        files = new KnowledgeFiles(folder).write("lindakra.svg", "<svg/>");
    }

    @Test
    void withoutAFileTheSamplesLookHoldsAndTheReportIsEmpty() {
        assertThat(new CurrentLook(files.folder()).now().name()).isEqualTo("Lindåkra kommun");
        assertThat(LookCheck.of(files.folder())).isEmpty();
    }

    @Test
    void coloursThatSomebodyCouldNotReadRefuseTheStart() {
        files.write(FILE, UNREADABLE);
        assertThatThrownBy(() -> new CurrentLook(files.folder())).isInstanceOf(KnowledgeUnusable.class)
                .hasMessageContaining("brand #7fb5b0").hasMessageContaining("onBrand #ffffff")
                .hasMessageContaining("2,29:1").hasMessageContaining("4,50:1");
        assertThat(LookCheck.of(files.folder())).extracting(finding -> finding.code())
                .containsOnly(Code.LOW_CONTRAST);
    }

    @Test
    void aFaultyEditLeavesTheLastGoodLookInUse() {
        CurrentLook look = new CurrentLook(files.write(FILE, SHIPPED).folder());
        edit(look, SHIPPED.replace("name: Lindåkra kommun", "name: Nyköpings kommun"));
        assertThat(look.now().name()).isEqualTo("Nyköpings kommun");
        edit(look, UNREADABLE);
        assertThat(look.now().name()).isEqualTo("Nyköpings kommun");
        files.delete(FILE);
        look.filesChanged(new KnowledgeFilesChanged(Set.of(FILE)));
        assertThat(look.now().name()).isEqualTo("Nyköpings kommun");
    }

    @Test
    void aNewMarkIsShownAndOtherFilesAreNoReasonToReadAgain() {
        CurrentLook look = new CurrentLook(files.write(FILE, SHIPPED).folder());
        Look before = look.now();
        look.filesChanged(new KnowledgeFilesChanged(Set.of("desk.yaml")));
        assertThat(look.now()).isSameAs(before);
        files.write("lindakra.svg", "<svg><path/></svg>");
        look.filesChanged(new KnowledgeFilesChanged(Set.of("lindakra.svg")));
        assertThat(look.now().logo()).isNotNull()
                .satisfies(
                        logo -> assertThat(new String(logo.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                                .contains("<path/>"));
    }

    private void edit(CurrentLook look, String yaml) {
        files.write(FILE, yaml);
        look.filesChanged(new KnowledgeFilesChanged(Set.of(FILE)));
    }
}
