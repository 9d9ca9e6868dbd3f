package se.lotsen.grounding;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.lotsen.evaluation.BinomialInterval;
import se.lotsen.evaluation.TranslationEvaluation;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

/** What {@code evaluate --translations} prints, without the held-out third. */
@Execution(ExecutionMode.CONCURRENT)
class TranslationEvaluationTests {
    private static final long SEED = Long.getLong("lotsen.seed", 20261128L);
    private static final TranslationEvaluation.Figures FIGURES = TranslationEvaluation.run(
            Library.read(KnowledgeFiles.shipped()), Path.of("knowledge-base/evaluation/translations.jsonl"),
            SEED);

    private static double share(Map<String, BinomialInterval> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name).share();
    }

    @Test
    void faithfulTranslationsHold() {
        assertThat(share(FIGURES.held(), "all")).as("%s", FIGURES.alarmed()).isGreaterThan(0.95);
        assertThat(share(FIGURES.released(), "all")).isGreaterThan(0.7);
    }

    @Test
    void falsifiedTranslationsAreNotShown() {
        assertThat(share(FIGURES.caught(), "all")).as("seed %d: %s", SEED, FIGURES.missed())
                .isGreaterThan(0.98);
        for (String kind : new String[]{"link", "phone", "time", "number", "name", "weekday", "month", "unit",
                "swapped numbers", "another sentence", "promises instead", "promises behind",
                "invented behind", "invented with a term"}) {
            assertThat(share(FIGURES.caught(), kind)).as("seed %d, %s: %s", SEED, kind, FIGURES.missed())
                    .isGreaterThan(0.97);
        }
    }
}
