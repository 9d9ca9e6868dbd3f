package se.lotsen.commandline;

import java.nio.file.Path;
import java.util.Map;
import se.lotsen.evaluation.BinomialInterval;
import se.lotsen.evaluation.TranslationEvaluation;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;

/** {@code evaluate --translations FILE.jsonl [--json]}: the figures of the check of translations. */
final class TranslationsMode implements EvaluateMode.Alone {
    private static final long SEED = 20261128;

    @Override
    public int run(Arguments arguments, EvaluateOutput output) {
        String dir = System.getenv().getOrDefault("LOTSEN_KNOWLEDGE_DIR", "knowledge-base");
        TranslationEvaluation.Figures figures = TranslationEvaluation.run(
                Library.read(new KnowledgeFolder(Path.of(dir))),
                Path.of(arguments.value("translations").orElseThrow()), Long.getLong("lotsen.seed", SEED));
        if (arguments.has("json")) {
            output.json(figures.json());
        } else {
            output.line("seed %d", figures.seed());
            output.line("faithful translations that hold");
            rows(figures.held(), output);
            output.line("faithful translations that are shown");
            rows(figures.released(), output);
            output.line("falsified translations that are not shown");
            rows(figures.caught(), output);
        }
        return 0;
    }

    private static void rows(Map<String, BinomialInterval> rows, EvaluateOutput output) {
        rows.forEach(
                (name, figure) -> output.line("  %-28s %5d of %5d  %.4f  [%.4f, %.4f]", name, figure.hits(),
                        figure.cases(), figure.share(), figure.low(), figure.high()));
    }
}
