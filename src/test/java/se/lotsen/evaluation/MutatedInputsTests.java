package se.lotsen.evaluation;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A few of the ten thousand that {@code evaluate --import-mutations} reads. */
@Execution(ExecutionMode.CONCURRENT)
class MutatedInputsTests {

    @Test
    void whateverSomebodyMakesOfADocumentEndsInTimeAndHarmsNoOther() throws InterruptedException {
        MutationEvaluation.Figures figures = MutationEvaluation.run(120, 20261129);
        assertThat(figures.outcomes().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(120);
        assertThat(figures.outcomes()).containsKeys("PAGES", "UNREADABLE", "NO_TEXT");
        assertThat(figures.late()).isZero();
        assertThat(figures.sound()).isEqualTo(2);
        assertThat(figures.harmed()).isZero();
    }
}
