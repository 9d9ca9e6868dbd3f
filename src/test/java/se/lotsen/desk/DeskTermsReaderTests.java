package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.testing.KnowledgeFiles;

class DeskTermsReaderTests {
    private final List<Finding> findings = new ArrayList<>();
    private final String shipped = KnowledgeFiles.shipped().read("desk.yaml", findings::add).orElseThrow();

    @Test
    void theShippedFileHasTheTwelveReasonsForContact() {
        DeskTerms terms = DeskTermsReader.read(shipped, findings::add).orElseThrow();
        assertThat(terms.contactReasons()).hasSize(12);
        assertThat(terms.wrapUps()).hasSize(8);
        assertThat(terms.replies()).isNotEmpty();
        assertThat(DeskTerms.name(terms.pauses(), "break")).contains("Rast");
        assertThat(findings).isEmpty();
    }

    @Test
    void whatIsWrongIsReportedWithItsLine() {
        assertThat(read(shipped.replace("id: other, name: Annat", "id: \"A b\", name: Annat")))
                .extracting(Finding::code).containsOnly(Code.INVALID_VALUE).hasSize(2);
        assertThat(read(shipped.replace("id: comment,", "id: complaint,"))).singleElement()
                .matches(finding -> finding.code() == Code.DUPLICATE_ID && finding.line() > 1);
        assertThat(read(shipped.replace("wrapUps:", "wrapUp:"))).extracting(Finding::code)
                .contains(Code.UNKNOWN_FIELD);
        assertThat(read("replies: []\n")).extracting(Finding::code).containsOnly(Code.MISSING_FIELD)
                .hasSize(4);
        assertThat(read("{")).extracting(Finding::code).containsExactly(Code.BROKEN_YAML);
    }

    private List<Finding> read(String yaml) {
        List<Finding> found = new ArrayList<>();
        Optional<DeskTerms> terms = DeskTermsReader.read(yaml, found::add);
        assertThat(terms).isEmpty();
        return found;
    }
}
