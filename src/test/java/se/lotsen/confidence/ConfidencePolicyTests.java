package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.retrieval.Closeness;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.Relevance;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retrieval.RankedPage;
import se.lotsen.testing.SeededRandom;

/** The borders, wherever the fitted model puts the probability. */
class ConfidencePolicyTests {
    private static final Evidence EVIDENCE = new Evidence(0.5, 0.4, 0.6, 0.5, 0.7, 12, 9, 3);
    private static final List<RankedPage> PAGES = List.of(new RankedPage("a", 10, 0.5),
            new RankedPage("b", 9.5, 0.48), new RankedPage("c", 9, 0.45), new RankedPage("d", 8.9, 0.44),
            new RankedPage("e", 0.1, 0.01));
    private static final ConfidenceModel MODEL = Calibration.LABORATORY.model();
    private static final double PROBABILITY = MODEL.probability(EVIDENCE);

    /** -1: just below what the evidence reaches, 0: exactly that, 1: just above it. */
    @ParameterizedTest
    @CsvSource({"-1, -1, -1, AnswerIt", "0, -1, -1, AnswerIt", "0, 0, -1, AnswerIt", "0, 0, 0, AnswerIt",
            "0, 1, -1, AskWhich", "0, 1, 0, AskWhich", "-1, 1, 0, AskWhich", "0, 1, 1, HandOver",
            "-1, 1, 1, HandOver", "1, -1, -1, NothingFound", "1, 1, 0, NothingFound",
            "1, 1, 1, NothingFound"})
    void bordersBelongToTheBetterSide(int gate, int answer, int ask, String verdict) {
        Verdict decided = policy(near(EVIDENCE.boundShare(), gate), near(PROBABILITY, answer),
                near(PROBABILITY, ask)).decide(found(EVIDENCE, PAGES));
        assertThat(decided.getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(decided.confidence()).isEqualTo(PROBABILITY);
    }

    private static double near(double value, int side) {
        return side == 0 ? value : side < 0 ? Math.nextDown(value) : Math.nextUp(value);
    }

    @Test
    void nothingFoundIsNothingFoundWhateverTheThresholds() {
        assertThat(policy(0, 0, 0).decide(Retrieval.NOTHING)).isEqualTo(new Verdict.NothingFound(0));
    }

    @Test
    void aQuestionOfOneWordIsAskedBackHoweverSureThePageIs() {
        Evidence oneWord = new Evidence(0.9, 0.1, 1, 1, 1, 6, 6, 1);

        assertThat(policy(0, 0, 0).decide(found(oneWord, PAGES))).isInstanceOf(Verdict.AskWhich.class);
    }

    @Test
    void aQuestionOfOneWordIsAnsweredWhereItIsWhatOnePageAloneIsAskedBy() {
        assertThat(policy(0, 0, 0).decide(found(oneWord(1, 0.6), PAGES)))
                .isInstanceOf(Verdict.AnswerIt.class);
        assertThat(policy(0, 0, 0).decide(found(oneWord(1, 0.2), PAGES)))
                .isInstanceOf(Verdict.AskWhich.class);
        assertThat(policy(0, 0, 0).decide(found(oneWord(0.7, 0.6), PAGES)))
                .isInstanceOf(Verdict.AskWhich.class);
        assertThat(policy(0, 1, 0).decide(found(oneWord(1, 0.6), PAGES)))
                .isInstanceOf(Verdict.AskWhich.class);
    }

    private static Evidence oneWord(double phrasing, double phrasingLead) {
        return new Evidence(0.9, 0.1, 1, 1, 1, 6, 6, 1,
                new Closeness(0.9, 0, 0, 0, 1, 1, 0.5, phrasing, phrasingLead));
    }

    @Test
    void asksAmongTheFirstFewPagesThatComeNearTheFirst() {
        assertThat(policy(0, 1, 0).decide(found(EVIDENCE, PAGES))).isInstanceOfSatisfying(
                Verdict.AskWhich.class, ask -> assertThat(ask.pages()).containsExactly("a", "b", "c"));
        assertThat(policy(0, 1, 0).decide(found(EVIDENCE, List.of(PAGES.getFirst(), PAGES.getLast()))))
                .isInstanceOfSatisfying(Verdict.AskWhich.class,
                        ask -> assertThat(ask.pages()).containsExactly("a"));
    }

    @Test
    void theProbabilityIsOneOfAnyEvidence() {
        SeededRandom random = new SeededRandom();
        for (int i = 0; i < 2_000; i++) {
            List<Double> share = new ArrayList<>();
            for (int j = 0; j < 7; j++) {
                share.add(random.below(1_001) / 1_000.0);
            }
            Evidence evidence = new Evidence(share.get(0), share.get(1), share.get(2), share.get(3),
                    share.get(4),
                    share.get(5) * 500, share.get(5) * share.get(6) * 500, 3);
            assertThat(MODEL.probability(evidence)).as("%s: %s", random, evidence).isBetween(0.0, 1.0)
                    .isEqualTo(MODEL.probability(evidence));
        }
    }

    @Test
    void biasMovesTheProbability() {
        assertThat(confidence(1)).isGreaterThan(PROBABILITY);
        assertThat(confidence(-1)).isLessThan(PROBABILITY);
        assertThat(confidence(1_000)).isEqualTo(1);
        assertThat(confidence(-1_000)).isEqualTo(0);
    }

    @Test
    void whatIsSetByHandStandsOverWhatWasCalibrated() {
        Thresholds calibrated = new Thresholds(0.2, 0.7, 0.4);
        assertThat(Overrides.NONE.over(calibrated)).isEqualTo(calibrated);
        assertThat(new Overrides(0.1, 0.8, 0.5, 0).over(calibrated)).isEqualTo(new Thresholds(0.1, 0.8, 0.5));
        assertThat(new Overrides(null, 0.3, null, 0).over(calibrated))
                .isEqualTo(new Thresholds(0.2, 0.3, 0.3));
        assertThat(new Overrides(null, null, 0.9, 0).over(calibrated))
                .isEqualTo(new Thresholds(0.2, 0.9, 0.9));
    }

    private static double confidence(double bias) {
        return new ConfidencePolicy(() -> Calibration.LABORATORY, new Overrides(0.0, 0.0, 0.0, bias))
                .decide(found(EVIDENCE, PAGES)).confidence();
    }

    private static ConfidencePolicy policy(double minBoundShare, double answerAt, double askAt) {
        return new ConfidencePolicy(() -> Calibration.LABORATORY,
                new Overrides(minBoundShare, answerAt, askAt, 0));
    }

    private static Retrieval found(Evidence evidence, List<RankedPage> pages) {
        return new Retrieval(List.of(), pages, evidence, Relevance.NONE);
    }
}
