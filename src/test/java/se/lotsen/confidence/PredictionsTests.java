package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

class PredictionsTests {

    /** scikit-learn's documented example of roc_auc_score. */
    @Test
    void aurocIsThePublishedOne() {
        assertThat(of(new double[]{0.1, 0.4, 0.35, 0.8}, false, false, true, true).auroc()).isEqualTo(0.75);
    }

    @Test
    void aurocCountsTiesHalfAndIsHalfWhereThereIsNothingToTell() {
        assertThat(of(new double[]{0.5, 0.5}, true, false).auroc()).isEqualTo(0.5);
        assertThat(of(new double[]{0.5, 0.5, 0.9}, true, false, true).auroc()).isEqualTo(0.75);
        assertThat(of(new double[]{0.2, 0.9}, true, true).auroc()).isEqualTo(0.5);
        assertThat(of(new double[0]).auroc()).isEqualTo(0.5);
    }

    @Test
    void aurocIsTheShareOfPairsInOrder() {
        SeededRandom random = new SeededRandom();
        double[] probability = new double[60];
        boolean[] right = new boolean[60];
        for (int i = 0; i < 60; i++) {
            probability[i] = random.below(20) / 20.0;
            right[i] = random.below(3) > 0;
        }
        double pairs = 0;
        double inOrder = 0;
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                if (right[i] && !right[j]) {
                    pairs++;
                    inOrder += probability[i] > probability[j]
                            ? 1
                            : probability[i] == probability[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(Predictions.of(probability, right).auroc()).as(random.toString())
                .isCloseTo(inOrder / pairs, within(1e-12));
    }

    /** Risks 0, 1/2, 1/3, 1/2 at four equal steps of coverage: (0 + 1/2 + 1/3 + 1/2) / 4. */
    @Test
    void aurcIsTheMeanRiskOverTheCoverages() {
        Predictions four = of(new double[]{0.9, 0.8, 0.7, 0.6}, true, false, true, false);
        assertThat(four.aurc()).isCloseTo((0 + 0.5 + 1.0 / 3 + 0.5) / 4, within(1e-12));
        assertThat(four.curve()).extracting(Predictions.Point::coverage).containsExactly(0.25, 0.5, 0.75,
                1.0);
        assertThat(of(new double[]{0.9, 0.1}, true, true).aurc()).isZero();
    }

    @Test
    void coverageAtAPrecisionIsTheWidestThatKeepsIt() {
        Predictions five = of(new double[]{0.9, 0.8, 0.7, 0.6, 0.5}, true, false, true, true, false);
        assertThat(five.coverageAt(1)).isEqualTo(0.2);
        assertThat(five.coverageAt(0.75)).isEqualTo(0.8);
        assertThat(five.coverageAt(0)).isEqualTo(1);
        assertThat(of(new double[]{0.9}, false).coverageAt(0.5)).isZero();
    }

    @Test
    void tiedCasesAreAnsweredTogetherOrNotAtAll() {
        assertThat(of(new double[]{0.9, 0.9}, true, false).coverageAt(0.95)).isZero();
    }

    /** Ten cases in ten bins: the mean distance of what was said and what came. */
    @Test
    void eceIsTheMeanDistanceInBinsOfEqualMass() {
        double[] said = {0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95};
        boolean[] came = {false, false, false, false, false, true, true, true, true, true};
        assertThat(Predictions.of(said, came).ece()).isCloseTo(0.25, within(1e-12));
        double[] always = new double[100];
        Arrays.fill(always, 0.7);
        boolean[] seven = new boolean[100];
        for (int i = 0; i < 100; i++) {
            seven[i] = i % 10 < 7;
        }
        assertThat(Predictions.of(always, seven).ece()).isCloseTo(0, within(1e-12));
        assertThat(Predictions.of(always, seven).bins()).hasSize(10).allMatch(bin -> bin.cases() == 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 10_000})
    void evenATruePredictorHasAnErrorThatShrinksWithTheSize(int size) {
        double[] said = new double[size];
        Arrays.fill(said, 0.5);
        double perfect = Predictions.of(said, new boolean[size]).eceOfPerfect();
        // E|X - 1/2| of size / 10 coins: sqrt(2 / pi) / 2 / sqrt(size / 10)
        assertThat(perfect).isCloseTo(Math.sqrt(2 / Math.PI) / 2 / Math.sqrt(size / 10.0), within(0.06 * 10
                / Math.sqrt(size)));
        assertThat(perfect).isEqualTo(Predictions.of(said, new boolean[size]).eceOfPerfect());
    }

    private static Predictions of(double[] probability, boolean... right) {
        return Predictions.of(probability, right);
    }
}
