package se.lotsen.commandline;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import se.lotsen.evaluation.BinomialInterval;
import se.lotsen.evaluation.GroundingEvaluation;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate --grounding [--json]}: the grounding check's figures on the knowledge base's own sentences. */
final class GroundingFigures {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SEED = 20261123;

    private GroundingFigures() {
    }

    static int print(boolean json, PrintStream out) {
        String dir = System.getenv().getOrDefault("LOTSEN_KNOWLEDGE_DIR", "knowledge-base");
        GroundingEvaluation.Figures figures = GroundingEvaluation.run(
                Library.read(new KnowledgeFolder(Path.of(dir))),
                Long.getLong("lotsen.seed", SEED), Integer.MAX_VALUE);
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures.json()));
        } else {
            out.printf(Locale.ROOT, "seed %d%ncaught%n", figures.seed());
            rows(figures.caught(), out);
            out.println("false alarms");
            rows(figures.falseAlarms(), out);
        }
        return 0;
    }

    private static void rows(Map<String, BinomialInterval> rows, PrintStream out) {
        rows.forEach(
                (name, figure) -> out.printf(Locale.ROOT, "  %-34s %5d of %5d  %.4f  [%.4f, %.4f]%n", name,
                        figure.hits(), figure.cases(), figure.share(), figure.low(), figure.high()));
    }
}
