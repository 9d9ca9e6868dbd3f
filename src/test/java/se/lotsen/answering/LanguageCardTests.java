package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.testing.KnowledgeFiles;

class LanguageCardTests {
    private static final String WHOLE = """
            card: [One., Two.]
            pages: "Pages:"
            handover: "Call {phone}."
            machineTranslation: "Translated."
            inSwedish: "Quoted."
            """;

    @TempDir
    Path root;
    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "ar", "so"})
    void everyLanguageHasAWholeCardInItsOwnWords(String language) {
        LanguageCard card = LanguageCard.read(KnowledgeFiles.shipped(), language, findings::add)
                .orElseThrow();
        assertThat(findings).isEmpty();
        assertThat(card.handover()).contains("{phone}", "{email}", "{name}");
        assertThat(String.join(" ", card.card())).doesNotContain("{", "kommunens");
        assertThat(card.machineTranslation() + card.inSwedish()).doesNotContain("{", "kommunens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "pages", "handover", "machineTranslation", "inSwedish"})
    void aCardWithAPartMissingIsReportedAndNotUsed(String field) {
        KnowledgeFiles files = new KnowledgeFiles(root).write("replies.en.yaml",
                WHOLE.replaceFirst("(?m)^" + field + ": .*\n", ""));
        assertThat(LanguageCard.read(files.folder(), "en", findings::add)).isEmpty();
        assertThat(findings).containsExactly(Finding.of("replies.en.yaml", 0, Code.MISSING_FIELD, field));
    }

    @Test
    void aLanguageWithoutACardIsReported() {
        assertThat(LanguageCard.read(new KnowledgeFiles(root).folder(), "en", findings::add)).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly(Code.MISSING);
    }
}
