package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.SeededRandom;

class LogisticRegressionTests {

    /** Hours of study and whether the exam was passed: the textbook example, intercept -4.0777 and weight 1.5046. */
    @Test
    void findsThePublishedSolution() {
        double[] hours = {0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5,
                4.75,
                5, 5.5};
        double[] passed = {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1};
        double[][] rows = Arrays.stream(hours).mapToObj(hour -> new double[]{hour}).toArray(double[][]::new);
        double[] fitted = LogisticRegression.fit(rows, passed, ones(20), 1e-9);
        assertThat(fitted[0]).isCloseTo(-4.0777, within(5e-4));
        assertThat(fitted[1]).isCloseTo(1.5046, within(5e-4));
    }

    /** With one yes-or-no column the answer is the groups' log odds: 3 of 4 and 1 of 5. */
    @Test
    void aYesOrNoColumnGivesTheLogOdds() {
        double[][] rows = {{1}, {1}, {1}, {1}, {0}, {0}, {0}, {0}, {0}};
        double[] fitted = LogisticRegression.fit(rows, new double[]{1, 1, 1, 0, 1, 0, 0, 0, 0}, ones(9),
                1e-9);
        assertThat(fitted[0]).isCloseTo(Math.log(0.25), within(1e-6));
        assertThat(fitted[1]).isCloseTo(Math.log(3) - Math.log(0.25), within(1e-6));
    }

    @Test
    void aCaseOfWeightTwoIsTwoCases() {
        double[] twice = LogisticRegression.fit(new double[][]{{1}, {1}, {2}, {3}}, new double[]{1, 1, 0, 1},
                ones(4), 1);
        double[] weighed = LogisticRegression.fit(new double[][]{{1}, {2}, {3}}, new double[]{1, 0, 1},
                new double[]{2, 1, 1}, 1);
        assertThat(weighed).containsExactly(twice, within(1e-7));
    }

    @Test
    void casesThatCanBeToldApartWhollyStillHaveAnAnswer() {
        double[] fitted = LogisticRegression.fit(new double[][]{{-1}, {-2}, {1}, {2}},
                new double[]{0, 0, 1, 1}, ones(4),
                0.1);
        assertThat(fitted[1]).isBetween(0.5, 20.0);
        assertThat(fitted[0]).isCloseTo(0, within(1e-6));
    }

    /** At the minimum the slope of the penalised loss is nothing in every direction. */
    @Test
    void theSlopeIsNothingAtTheSolution() {
        SeededRandom random = new SeededRandom();
        double[][] rows = new double[80][3];
        double[] right = new double[80];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = random.below(2_001) / 1_000.0 - 1;
            }
            right[i] = rows[i][0] + random.below(1_000) / 1_000.0 > 0.4 ? 1 : 0;
        }
        double penalty = 0.7;
        double[] at = LogisticRegression.fit(rows, right, ones(80), penalty);
        double[] slope = {0, penalty * at[1], penalty * at[2], penalty * at[3]};
        for (int i = 0; i < rows.length; i++) {
            double logit = at[0] + at[1] * rows[i][0] + at[2] * rows[i][1] + at[3] * rows[i][2];
            double off = 1 / (1 + Math.exp(-logit)) - right[i];
            slope[0] += off;
            for (int j = 0; j < 3; j++) {
                slope[j + 1] += off * rows[i][j];
            }
        }
        assertThat(slope).as(random.toString()).containsExactly(new double[4], within(1e-4));
    }

    @Test
    void refusesWhatCannotBeFitted() {
        assertThatThrownBy(() -> LogisticRegression.fit(new double[0][], new double[0], new double[0], 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogisticRegression.fit(new double[][]{{1}}, new double[]{1}, ones(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogisticRegression.fit(new double[][]{{1}}, new double[]{1, 0}, ones(2), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
