package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.confidence.ConfidenceModel.Coefficient;
import se.lotsen.knowledge.Finding;
import se.lotsen.retrieval.Closeness;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.Meaning;
import se.lotsen.retrieval.Relevance;
import se.lotsen.retrieval.Retrieval;

/** What was calibrated for one embedding model holds for that one alone. */
class MeaningCalibrationTests {
    private static final CalibrationFile FILE = CalibrationFileTests.FILE.with(new EmbeddingPart("e5",
            group(1.5, 0.3, 3), group(5, 0.9, 0)));
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void whatIsWrittenIsReadBack() {
        Calibration read = CalibrationFile.parse(FILE.text(), findings::add).orElseThrow();
        assertThat(findings).isEmpty();
        MeaningCalibration meaning = read.meaning();
        assertThat(meaning).isNotNull();
        assertThat(meaning.model()).isEqualTo("e5");
        assertThat(meaning.home().weight()).isEqualTo(1.5);
        assertThat(meaning.foreign().weight()).isEqualTo(5);
        assertThat(meaning.foreign().thresholds().answerAt()).isEqualTo(0.9);
        assertThat(meaning.home().confidence().coefficients()).extracting(Coefficient::feature)
                .containsExactly("cosine");
    }

    @Test
    void eachGroupOfLanguagesHasItsOwnThresholds() {
        ConfidencePolicy policy = policy();
        assertThat(policy.thresholds(evidence("e5", true)).answerAt()).isEqualTo(0.3);
        assertThat(policy.thresholds(evidence("e5", false)).answerAt()).isEqualTo(0.9);
        assertThat(policy.decide(retrieval(evidence("e5", true)))).isInstanceOf(Verdict.AnswerIt.class);
        assertThat(policy.decide(retrieval(evidence("e5", false)))).isNotInstanceOf(Verdict.AnswerIt.class);
    }

    @Test
    void wordsAloneAndOtherModelsAreHeldAgainstTheThresholdsOfWords() {
        ConfidencePolicy policy = policy();
        assertThat(policy.thresholds(evidence("other", true))).isEqualTo(policy.thresholds());
        assertThat(policy.thresholds(Evidence.NONE)).isEqualTo(policy.thresholds());
    }

    @Test
    void nearnessAloneAnswersNothing() {
        ConfidencePolicy policy = policy();
        Closeness strange = new Closeness(1, 0, 1, 3, 0, 0, 0, 0, 0);
        Meaning near = new Meaning("e5", "", true, 0.9, 0.9, 5, 0.5, 1, 0);
        assertThat(policy.decide(retrieval(new Evidence(0.5, 0, 0, 0, 1, 12, 0, 3, strange, near))))
                .isInstanceOf(Verdict.AskWhich.class);
        assertThat(policy.decide(retrieval(new Evidence(0, 0, 0, 0, 1, 0, 0, 0, Closeness.NONE, near))))
                .isNotInstanceOf(Verdict.AnswerIt.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"weight: 1.5 | weight: -1.5 | INVALID_VALUE",
            "feature: cosine | feature: cosinus | INVALID_VALUE", "model: e5 | model: ' ' | INVALID_VALUE",
            "foreign: | abroad: | UNKNOWN_FIELD"})
    void aBrokenPartIsAFindingAndNothingIsUsed(String written, String broken, String code) {
        assertThat(CalibrationFile.parse(FILE.text().replace(written, broken), findings::add)).isEmpty();
        assertThat(findings).extracting(Finding::code).extracting(Enum::name).contains(code);
    }

    private static ConfidencePolicy policy() {
        Calibration calibration = CalibrationFile.parse(FILE.text(), finding -> {
        }).orElseThrow();
        return new ConfidencePolicy(() -> calibration, Overrides.NONE);
    }

    private static EmbeddingPart.Group group(double weight, double answerAt, double intercept) {
        return new EmbeddingPart.Group(weight, List.of(new CalibrationFile.Source("f.tsv", 60, 40, 30)),
                new Thresholds(0, answerAt, 0.2),
                new CalibrationFile.Model(1, intercept, List.of(new Coefficient("cosine", 1, 0.5, 0.1))),
                Map.of("auroc", 0.9));
    }

    private static Evidence evidence(String model, boolean home) {
        return new Evidence(0.5, 0.4, 0.6, 0.5, 0.7, 12, 9, 3, Closeness.NONE,
                new Meaning(model, "", home, 0.5, 0.5, 3, 0.1, 0.4, 1));
    }

    private static Retrieval retrieval(Evidence evidence) {
        return new Retrieval(List.of(), List.of(new Retrieval.RankedPage("a", 5, 0.5)), evidence,
                Relevance.NONE);
    }
}
