package se.lotsen.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.PageFile;

/** The list of owners, and everything that can be wrong with it. */
class OwnersTests {
    @TempDir
    private Path folder;

    @Test
    void theShippedListIsWholeAndHasEveryOwnerOfAPage() {
        assertThat(OwnersCheck.of(KnowledgeFiles.shipped())).isEmpty();
    }

    @Test
    void anOwnerHasAnAddressAndMayHaveADeputy() {
        Owners owners = Owners.read("""
                owners:
                  - name: Miljö
                    email: miljo@a.example
                    deputy: ersattare@a.example
                """, finding -> {
            throw new AssertionError(finding);
        }).orElseThrow();
        assertThat(owners.of("Miljö").orElseThrow().addresses()).containsExactly("miljo@a.example",
                "ersattare@a.example");
    }

    @Test
    void faultsAreNamedByLine() {
        List<Finding> findings = new ArrayList<>();
        assertThat(Owners.read("""
                owners:
                  - name: Miljö
                    email: ingen adress
                  - email: b@a.example
                  - name: Miljö
                    email: c@a.example
                    deputi: d@a.example
                """, findings::add)).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly(Code.UNKNOWN_FIELD);
        findings.clear();
        assertThat(Owners.read("""
                owners:
                  - name: Miljö
                    email: ingen adress
                  - email: b@a.example
                  - name: Miljö
                    email: c@a.example
                """, findings::add)).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactlyInAnyOrder(Code.INVALID_VALUE,
                Code.MISSING_FIELD, Code.DUPLICATE_ID);
        assertThat(findings).filteredOn(finding -> finding.code() == Code.INVALID_VALUE)
                .extracting(Finding::line).containsExactly(3);
    }

    @Test
    void aFolderWithoutTheListIsWholeAndAnOwnerThatTheListLacksIsNamed() {
        KnowledgeFiles files = new KnowledgeFiles(folder).page("a.md", PageFile.aPage("a"));
        assertThat(OwnersCheck.of(files.folder())).isEmpty();
        files.write("owners.yaml", "owners:\n  - name: Andra\n    email: a@b.example\n");
        assertThat(OwnersCheck.of(files.folder())).singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .containsExactly("Samhällsbyggnadsförvaltningen"));
    }
}
