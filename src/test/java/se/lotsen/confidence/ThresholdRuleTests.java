package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.lotsen.testing.SeededRandom;

class ThresholdRuleTests {
    private final SeededRandom random = new SeededRandom();

    @Test
    void twoThresholdsNeverCostMoreThanTheBestSingleOne() {
        Predictions graded = graded(120);
        ThresholdRule.Costs costs = new ThresholdRule.Costs(5, 1, 0.3);
        double least = Double.POSITIVE_INFINITY;
        for (double at : graded.probability()) {
            least = Math.min(least, costs.cost(graded, new Thresholds(0, at, at)));
        }
        assertThat(costs.cost(graded, costs.choose(graded))).as(random.toString())
                .isLessThanOrEqualTo(least + 1e-9);
    }

    /** A question back pays exactly where it is cheaper than the likely harm of the other two. */
    @Test
    void askingBackTakesTheMiddleOfTrueProbabilities() {
        double[] probability = new double[1_000];
        boolean[] right = new boolean[1_000];
        for (int i = 0; i < 1_000; i++) {
            probability[i] = (i / 10 + 0.5) / 100;
            right[i] = i % 10 < Math.round(probability[i] * 10);
        }
        Thresholds chosen = new ThresholdRule.Costs(5, 1, 0.5).choose(Predictions.of(probability, right));
        // answer where (1 - p) 5 < 0.5, hand over where p < 0.5
        assertThat(chosen.answerAt()).isCloseTo(0.9, within(0.06));
        assertThat(chosen.askAt()).isCloseTo(0.5, within(0.06));
    }

    @Test
    void theBoundHoldsAmongWhatIsAnswered() {
        Predictions graded = graded(400);
        Thresholds chosen = new ThresholdRule.MaxWrong(0.2, 0.95).choose(graded);
        int answered = 0;
        int wrong = 0;
        for (int i = 0; i < graded.size(); i++) {
            if (graded.probability()[i] >= chosen.answerAt()) {
                answered++;
                wrong += graded.right()[i] ? 0 : 1;
            }
        }
        assertThat(answered).as(random.toString()).isPositive();
        assertThat(ClopperPearson.upper(wrong, answered, 0.95)).as(random.toString())
                .isLessThanOrEqualTo(0.2);
    }

    @Test
    void whatCannotBeProvenIsNotAnswered() {
        Predictions few = Predictions.of(new double[]{0.9, 0.8, 0.7}, new boolean[]{true, true, true});
        assertThat(new ThresholdRule.MaxWrong(0.05, 0.95).choose(few).answerAt()).isEqualTo(1);
    }

    @Test
    void aCostOfNothingIsRefused() {
        assertThatThrownBy(() -> new ThresholdRule.Costs(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ThresholdRule.Costs(1, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Predictions graded(int size) {
        double[] probability = new double[size];
        boolean[] right = new boolean[size];
        for (int i = 0; i < size; i++) {
            probability[i] = random.below(1_000) / 1_000.0;
            right[i] = random.below(1_000) / 1_000.0 < Math.sqrt(probability[i]);
        }
        return Predictions.of(probability, right);
    }
}
