package se.lotsen.grounding;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.lotsen.evaluation.BinomialInterval;
import se.lotsen.evaluation.GroundingEvaluation;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

/** A part of {@code evaluate --grounding}, which prints the figures at full size. */
@Execution(ExecutionMode.CONCURRENT)
class GroundingEvaluationTests {
    private static final int PART = 3000;
    private static final long SEED = Long.getLong("lotsen.seed", 20261122L);
    private static final GroundingEvaluation.Figures FIGURES = GroundingEvaluation
            .run(Library.read(KnowledgeFiles.shipped()), SEED, PART);

    private static double share(Map<String, BinomialInterval> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name).share();
    }

    @Test
    void falsifiedSentencesAreCaught() {
        assertThat(share(FIGURES.caught(), "all")).as("seed %d: %s", SEED, FIGURES.missed())
                .isGreaterThan(0.99);
        for (String value : List.of("amount", "date", "time", "weekday", "phone", "link", "unit", "number")) {
            assertThat(share(FIGURES.caught(), value)).as("seed %d, %s: %s", SEED, value, FIGURES.missed())
                    .isGreaterThan(0.97);
        }
    }

    @Test
    void trueSentencesPass() {
        assertThat(share(FIGURES.falseAlarms(), "untouched")).as("%s", FIGURES.alarmed()).isLessThan(0.01);
        assertThat(share(FIGURES.falseAlarms(), "reworded")).as("seed %d: %s", SEED, FIGURES.alarmed())
                .isLessThan(0.05);
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(GroundingEvaluation.run(Library.read(KnowledgeFiles.shipped()), SEED, PART))
                .isEqualTo(FIGURES);
    }
}
