package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.lotsen.evaluation.MutationEvaluation;

/** F18: broken and hostile documents are imported or left out with a reason, in time, and harm no other. {@code -Dlotsen.f18=10000}. */
class F18BadPageFaults {
    private static final int DOCUMENTS = Integer.getInteger("lotsen.f18", 1_000);

    @Test
    void aBrokenDocumentHarmsNoOtherAndTakesNoLongerThanFiveSeconds() throws InterruptedException {
        MutationEvaluation.Figures figures = MutationEvaluation.run(DOCUMENTS,
                Long.getLong("lotsen.seed", 1));
        System.out.printf(
                "| F18 bad pages | %d documents | slowest %d ms, %d later than 5 s, %d sound pages harmed |%n",
                figures.inputs(), figures.slowest(), figures.late(), figures.harmed());
        assertThat(figures.harmed()).isZero();
        assertThat(figures.late()).isZero();
    }
}
