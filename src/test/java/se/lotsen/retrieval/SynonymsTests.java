package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.testing.KnowledgeFiles;

class SynonymsTests {
    @TempDir
    Path root;
    private final List<Finding> findings = new ArrayList<>();
    private KnowledgeFiles files;

    @BeforeEach
    void aFolder() {
        files = new KnowledgeFiles(root);
    }

    @Test
    void theShippedListIsRead() {
        assertThat(Synonyms.read(KnowledgeFiles.shipped(), findings::add)).isPresent();
        assertThat(findings).isEmpty();
    }

    @Test
    void everyBrokenLineIsReportedWithItsNumber() {
        files.write(Synonyms.FILE, "# ord\ntipp, soptipp\na => b => c\n\ndagis, förskola\nx => y => z\n");
        assertThat(Synonyms.read(files.folder(), findings::add)).isEmpty();
        assertThat(findings).containsExactly(
                Finding.of(Synonyms.FILE, 3, Code.INVALID_VALUE, "a => b => c"),
                Finding.of(Synonyms.FILE, 6, Code.INVALID_VALUE, "x => y => z"));
    }

    @Test
    void aWordThatTheSearchLeavesOutIsReported() {
        files.write(Synonyms.FILE, "tipp, och\n");
        assertThat(Synonyms.read(files.folder(), findings::add)).isEmpty();
        assertThat(findings).containsExactly(Finding.of(Synonyms.FILE, 1, Code.INVALID_VALUE, "tipp, och"));
    }

    @Test
    void anEmptyListIsRight() {
        files.write(Synonyms.FILE, "");
        assertThat(Synonyms.read(files.folder(), findings::add)).contains(new Synonyms(""));
        assertThat(findings).isEmpty();
    }

    @Test
    void aListThatCannotBeReadIsReported() {
        assertThat(Synonyms.read(files.folder(), findings::add)).isEmpty();
        files.write(Synonyms.FILE, "förskola, dagis".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Synonyms.read(files.folder(), findings::add)).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly(Code.MISSING, Code.NOT_UTF8);
    }
}
