package se.lotsen.commandline;

import java.nio.file.Path;
import java.util.Map;
import se.lotsen.evaluation.BinomialInterval;
import se.lotsen.evaluation.GroundingEvaluation;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;

/** {@code evaluate --grounding [--json]}: the grounding check's figures on the knowledge base's own sentences. */
final class GroundingMode implements EvaluateMode.Alone {
    private static final long SEED = 20261123;

    @Override
    public int run(Arguments arguments, EvaluateOutput output) {
        String dir = System.getenv().getOrDefault("LOTSEN_KNOWLEDGE_DIR", "knowledge-base");
        GroundingEvaluation.Figures figures = GroundingEvaluation.run(
                Library.read(new KnowledgeFolder(Path.of(dir))),
                Long.getLong("lotsen.seed", SEED), Integer.MAX_VALUE);
        if (arguments.has("json")) {
            output.json(figures.json());
        } else {
            output.line("seed %d", figures.seed());
            output.line("caught");
            rows(figures.caught(), output);
            output.line("false alarms");
            rows(figures.falseAlarms(), output);
        }
        return 0;
    }

    private static void rows(Map<String, BinomialInterval> rows, EvaluateOutput output) {
        rows.forEach(
                (name, figure) -> output.line("  %-34s %5d of %5d  %.4f  [%.4f, %.4f]", name, figure.hits(),
                        figure.cases(), figure.share(), figure.low(), figure.high()));
    }
}
