package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.confidence.ConfidenceModel.Coefficient;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.testing.KnowledgeFiles;

class CalibrationFileTests {
    static final CalibrationFile FILE = new CalibrationFile(1, LocalDate.of(2026, 11, 23), true,
            List.of(new CalibrationFile.Source("golden.tsv", 120, 90, 80)), "max-wrong 0.05",
            new Thresholds(0.2, 0.8, 0.4), new CalibrationFile.Model(1, 0.5,
                    List.of(new Coefficient("lead", 1.5, 0.6, 0.3),
                            new Coefficient("strangeWeight", -2, 0.2, 0.1))),
            Map.of("auroc", 0.9), List.of(new CalibrationFile.Bin(12, 0.5, 0.6)),
            List.of(new CalibrationFile.Point(0.9, 0.5, 0.01, 0.05)), null);

    @TempDir
    Path folder;
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void whatIsWrittenIsReadBack() {
        Calibration read = CalibrationFile.parse(FILE.text(), findings::add).orElseThrow();
        assertThat(findings).isEmpty();
        assertThat(read.thresholds()).isEqualTo(FILE.thresholds());
        assertThat(read.model())
                .isEqualTo(new ConfidenceModel(0.5, List.of(new Coefficient("lead", 1.5, 0.6, 0.3),
                        new Coefficient("strangeWeight", -2, 0.2, 0.1))));
        assertThat(read.basis())
                .isEqualTo(new Calibration.Basis("calibration.yaml", LocalDate.of(2026, 11, 23), 120));
        assertThat(read.isTrusted()).isTrue();
    }

    @Test
    void aFileOnTooFewQuestionsSaysSoItself() {
        CalibrationFile few = new CalibrationFile(1, FILE.made(), false,
                List.of(new CalibrationFile.Source("few.tsv", 49, 30, 20)), FILE.rule(), FILE.thresholds(),
                FILE.model(),
                null, null, null, null);
        assertThat(few.text()).contains("LITA INTE");
        assertThat(FILE.text()).doesNotContain("LITA INTE");
        assertThat(CalibrationFile.parse(few.text(), findings::add)).get().extracting(Calibration::isTrusted)
                .isEqualTo(false);
    }

    @Test
    void noFileIsNoFault() {
        assertThat(CalibrationFile.read(new KnowledgeFolder(folder), findings::add)).isEmpty();
        assertThat(findings).isEmpty();
    }

    @Test
    void theShippedFileCanBeUsedAndTrusted() {
        Optional<Calibration> shipped = CalibrationFile.read(KnowledgeFiles.shipped(), findings::add);
        assertThat(findings).isEmpty();
        assertThat(shipped).get().extracting(Calibration::isTrusted).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {"format: 1 | format: 2 | INVALID_VALUE",
            "format: 1 | formal: 1 | UNKNOWN_FIELD", "format: 1 | # # | MISSING_FIELD",
            "answerAt: 0.8 | answerAt: 1.8 | INVALID_VALUE",
            "answerAt: 0.8 | answerAt: often | INVALID_VALUE",
            "askAt: 0.4 | askAt: 0.9 | INVALID_VALUE", "feature: lead | feature: leader | INVALID_VALUE",
            "scale: 0.3 | scale: 0 | INVALID_VALUE", "scale: 0.3 | scale: -1 | INVALID_VALUE",
            "weight: 1.5 | weight: .nan | BROKEN_YAML",
            "made: 2026-11-23 | made: yesterday | INVALID_VALUE",
            "made: 2026-11-23 | made: [ | INVALID_VALUE"})
    void whatIsBrokenIsRefusedWithItsLine(String sound, String broken, Finding.Code code) {
        String text = FILE.text();
        assertThat(text).contains(sound);
        String mutated = text.replaceFirst(java.util.regex.Pattern.quote(sound), broken);
        assertThat(CalibrationFile.parse(mutated, findings::add)).as(mutated).isEmpty();
        assertThat(findings).as(mutated).isNotEmpty().extracting(Finding::code).contains(code);
        assertThat(findings)
                .allMatch(finding -> finding.file().equals("calibration.yaml") && finding.line() > 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]", "1", "format: 1", "''", "format: 1\nmodel: 3"})
    void whatIsNoCalibrationAtAllIsRefused(String text) {
        assertThat(CalibrationFile.parse(text, findings::add)).isEmpty();
        assertThat(findings).isNotEmpty();
    }
}
