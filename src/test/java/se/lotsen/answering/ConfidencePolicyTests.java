package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.Retrieval.RankedPage;
import se.lotsen.testing.SeededRandom;

/** The borders, wherever the fitted model puts the probability. */
class ConfidencePolicyTests {
    private static final Evidence EVIDENCE = new Evidence(0.5, 0.4, 0.6, 0.5, 0.7, 12, 9, 3);
    private static final List<RankedPage> PAGES = List.of(new RankedPage("a", 10, 0.5),
            new RankedPage("b", 9.5, 0.48), new RankedPage("c", 9, 0.45), new RankedPage("d", 8.9, 0.44),
            new RankedPage("e", 0.1, 0.01));
    private static final double PROBABILITY = new ConfidencePolicy(thresholds(0, 0, 0)).probability(EVIDENCE);

    /** -1: just below what the evidence reaches, 0: exactly that, 1: just above it. */
    @ParameterizedTest
    @CsvSource({"-1, -1, -1, AnswerIt", "0, -1, -1, AnswerIt", "0, 0, -1, AnswerIt", "0, 0, 0, AnswerIt",
            "0, 1, -1, AskWhich", "0, 1, 0, AskWhich", "-1, 1, 0, AskWhich", "0, 1, 1, HandOver",
            "-1, 1, 1, HandOver", "1, -1, -1, NothingFound", "1, 1, 0, NothingFound",
            "1, 1, 1, NothingFound"})
    void bordersBelongToTheBetterSide(int gate, int answer, int ask, String verdict) {
        AnsweringProperties thresholds = thresholds(near(EVIDENCE.boundShare(), gate),
                near(PROBABILITY, answer),
                near(PROBABILITY, ask));
        Verdict decided = new ConfidencePolicy(thresholds).decide(EVIDENCE, PAGES);
        assertThat(decided.getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(decided.confidence()).isEqualTo(PROBABILITY);
    }

    private static double near(double value, int side) {
        return side == 0 ? value : side < 0 ? Math.nextDown(value) : Math.nextUp(value);
    }

    @Test
    void nothingFoundIsNothingFoundWhateverTheThresholds() {
        assertThat(new ConfidencePolicy(thresholds(0, 0, 0)).decide(Evidence.NONE, List.of()))
                .isEqualTo(new Verdict.NothingFound(0));
    }

    @Test
    void aQuestionOfOneWordIsAskedBackHoweverSureThePageIs() {
        Evidence oneWord = new Evidence(0.9, 0.1, 1, 1, 1, 6, 6, 1);

        assertThat(new ConfidencePolicy(thresholds(0, 0, 0)).decide(oneWord, PAGES))
                .isInstanceOf(Verdict.AskWhich.class);
    }

    @Test
    void asksAmongTheFirstFewPagesThatComeNearTheFirst() {
        Verdict verdict = new ConfidencePolicy(thresholds(0, 1, 0)).decide(EVIDENCE, PAGES);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.AskWhich.class,
                ask -> assertThat(ask.pages()).containsExactly("a", "b", "c"));
        Verdict alone = new ConfidencePolicy(thresholds(0, 1, 0)).decide(EVIDENCE,
                List.of(PAGES.getFirst(), PAGES.getLast()));
        assertThat(alone).isInstanceOfSatisfying(Verdict.AskWhich.class,
                ask -> assertThat(ask.pages()).containsExactly("a"));
    }

    @Test
    void theProbabilityIsOneOfAnyEvidence() {
        SeededRandom random = new SeededRandom();
        ConfidencePolicy policy = new ConfidencePolicy(thresholds(0, 1, 0));
        for (int i = 0; i < 2_000; i++) {
            List<Double> share = new ArrayList<>();
            for (int j = 0; j < 7; j++) {
                share.add(random.below(1_001) / 1_000.0);
            }
            Evidence evidence = new Evidence(share.get(0), share.get(1), share.get(2), share.get(3),
                    share.get(4),
                    share.get(5) * 500, share.get(5) * share.get(6) * 500, 3);
            assertThat(policy.probability(evidence)).as("%s: %s", random, evidence).isBetween(0.0, 1.0)
                    .isEqualTo(policy.probability(evidence));
        }
    }

    @Test
    void biasMovesTheProbability() {
        assertThat(new ConfidencePolicy(biased(1)).probability(EVIDENCE)).isGreaterThan(PROBABILITY);
        assertThat(new ConfidencePolicy(biased(-1)).probability(EVIDENCE)).isLessThan(PROBABILITY);
        assertThat(new ConfidencePolicy(biased(1_000)).probability(EVIDENCE)).isEqualTo(1);
        assertThat(new ConfidencePolicy(biased(-1_000)).probability(EVIDENCE)).isEqualTo(0);
    }

    static AnsweringProperties thresholds(double minBoundShare, double answerAt, double askAt) {
        return new AnsweringProperties(minBoundShare, answerAt, askAt, 0, "kontaktcenter");
    }

    private static AnsweringProperties biased(double bias) {
        return new AnsweringProperties(0, 0, 0, bias, "kontaktcenter");
    }
}
