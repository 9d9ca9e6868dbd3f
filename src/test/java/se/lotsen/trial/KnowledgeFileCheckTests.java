package se.lotsen.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.testing.KnowledgeFiles;

/** What a change would break, in its own file or in others. */
class KnowledgeFileCheckTests {
    private static final String HEADER = "id\tlang\texpected\tpages\tquestion\tfacts\n";
    @TempDir
    private Path root;
    private KnowledgeFiles files;
    private KnowledgeFileCheck check;

    @BeforeEach
    void copy() {
        files = KnowledgeFiles.copyOfTheShipped(root);
        check = new KnowledgeFileCheck(files.folder(), Path.of("prompts"));
    }

    private String text(String file) {
        return files.folder().read(file, finding -> {
        }).orElseThrow();
    }

    private List<Finding> check(Map<String, Optional<String>> changes) {
        KnowledgeFolder after = files.folder().with(changes);
        return check.check(after, changes.keySet());
    }

    @Test
    void whatIsRightIsLetThrough() {
        assertThat(check(Map.of(OpenDesks.FEE,
                Optional.of(text(OpenDesks.FEE).replace("1 800 kronor", "1 850 kronor"))))).isEmpty();
        assertThat(check(Map.of(OpenDesks.FEE, Optional.empty()))).isEmpty();
    }

    @Test
    void aFaultInTheFileThatChangesIsNamed() {
        assertThat(check(Map.of(OpenDesks.FEE, Optional.of("---\nid: x\n"))))
                .extracting(Finding::file).containsOnly(OpenDesks.FEE).isNotEmpty();
        assertThat(check(Map.of("opening-hours.yaml", Optional.of("{"))))
                .extracting(Finding::file).contains("opening-hours.yaml");
    }

    @Test
    void aChangeThatBreaksAnotherFileIsNamedThere() {
        String contacts = text("contacts.yaml").replace("id: utbildning", "id: utbildningen");
        assertThat(contacts).isNotEqualTo(text("contacts.yaml"));
        assertThat(check(Map.of("contacts.yaml", Optional.of(contacts))))
                .anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo(OpenDesks.FEE);
                    assertThat(finding.code()).isEqualTo(Finding.Code.UNKNOWN_REFERENCE);
                });
    }

    @Test
    void whatWasWrongElsewhereBeforeIsNobodysFaultNow() {
        files.write("pages/trasig.md", "ingen sida").write("synonyms.sv.txt", "a => b => c\n");
        Optional<String> fee = Optional.of(text(OpenDesks.FEE).replace("1 800", "1 850"));
        assertThat(check(Map.of(OpenDesks.FEE, fee))).isEmpty();
        assertThat(check(Map.of("pages/trasig.md", Optional.of("ingen sida heller"))))
                .as("but it is where it stands in the file that changes").isNotEmpty();
    }

    @Test
    void testQuestionsThatCannotBeReadAreNamedWithTheirLine() {
        String twice = HEADER + "a\tsv\tanswered\t-\tett\t\n" + "a\tsv\tanswered\t-\ttvå\t\n";
        assertThat(check(Map.of(TrialQuestions.FILE, Optional.of(twice)))).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo(TrialQuestions.FILE);
                    assertThat(finding.line()).isEqualTo(3);
                });
        assertThat(check(Map.of(TrialQuestions.FILE, Optional.of("")))).hasSize(1);
        assertThat(check(Map.of(TrialQuestions.FILE,
                Optional.of(HEADER + "a\tsv\tanswered\t-\tett\t\n")))).isEmpty();
        assertThat(check.check(files.folder(), Set.of("synonyms.sv.txt"))).isEmpty();
    }
}
