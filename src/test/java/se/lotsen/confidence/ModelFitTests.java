package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.retrieval.Closeness;
import se.lotsen.retrieval.Evidence;
import se.lotsen.testing.SeededRandom;

class ModelFitTests {
    private final SeededRandom random = new SeededRandom();

    @Test
    void everyFeatureIsOneOfTheEvidence() {
        assertThat(Evidence.NONE.features()).containsKeys(ModelFit.FEATURES.toArray(String[]::new));
    }

    @Test
    void aGroupIsNeverOnBothSides() {
        List<GradedEvidence> cases = cases(200);
        int[] folds = ModelFit.folds(cases);
        Map<String, Integer> foldOf = new HashMap<>();
        for (int i = 0; i < folds.length; i++) {
            assertThat(foldOf.putIfAbsent(cases.get(i).group(), folds[i])).as(random.toString())
                    .isIn(null, folds[i]);
        }
        assertThat(foldOf.values()).containsOnly(0, 1, 2, 3, 4);
    }

    @Test
    void learnsWhatTellsTheCasesApart() {
        List<GradedEvidence> cases = cases(300);
        double[] probability = ModelFit.ofRightness(cases, 1).outOfFold(cases);
        boolean[] right = new boolean[cases.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = cases.get(i).right();
        }
        assertThat(Predictions.of(probability, right).auroc()).as(random.toString()).isGreaterThan(0.8);
        assertThat(Predictions.of(probability, right).ece()).as(random.toString()).isLessThan(0.15);
    }

    @Test
    void equalCasesGiveAnEqualModel() {
        List<GradedEvidence> cases = cases(100);
        double penalty = ModelFit.bestPenalty(cases);
        assertThat(ModelFit.ofRightness(cases, penalty).fit(cases))
                .isEqualTo(ModelFit.ofRightness(cases, penalty).fit(cases));
        assertThat(ModelFit.bestPenalty(cases)).isEqualTo(penalty);
    }

    @Test
    void casesOfOneGroupTeachNothingAboutOthers() {
        List<GradedEvidence> cases = List.of(new GradedEvidence(evidence(0.9), "a", true, true),
                new GradedEvidence(evidence(0.1), "a", false, false));
        assertThat(ModelFit.ofRightness(cases, 1).outOfFold(cases)).containsExactly(0.5, 0.5);
    }

    private List<GradedEvidence> cases(int count) {
        List<GradedEvidence> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double lead = random.below(1_000) / 1_000.0;
            boolean right = random.below(1_000) / 1_000.0 < 1 / (1 + Math.exp(8 * (0.5 - lead)));
            cases.add(new GradedEvidence(evidence(lead), "page " + random.below(30), right || i % 2 == 0,
                    right));
        }
        return cases;
    }

    private static Evidence evidence(double lead) {
        return new Evidence(0.5, 0.5, 0.5, 0.5, 0.5, 10, 5, 3,
                new Closeness(lead, 0, 0.1, 1, 1, 0.5, 0, 0.5, 0.1));
    }
}
