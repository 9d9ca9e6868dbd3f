package se.lotsen.commandline;

import se.lotsen.evaluation.MutationEvaluation;

/** {@code evaluate --import-mutations N [--json]}: what becomes of documents that are broken or hostile. */
final class ImportMutationsMode implements EvaluateMode.Alone {
    private static final long SEED = 20261129;

    @Override
    public int run(Arguments arguments, EvaluateOutput output) {
        String asked = arguments.value("import-mutations").orElseThrow();
        if (!asked.matches("[1-9]\\d{0,6}")) {
            throw new UsageException("evaluate-usage");
        }
        try {
            MutationEvaluation.Figures figures = MutationEvaluation.run(Integer.parseInt(asked),
                    Long.getLong("lotsen.seed", SEED));
            if (arguments.has("json")) {
                output.json(figures.json());
            } else {
                print(figures, output);
            }
            return figures.harmed() == 0 && figures.late() == 0 ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void print(MutationEvaluation.Figures figures, EvaluateOutput output) {
        output.line("%d documents, seed %d", figures.inputs(), figures.seed());
        figures.outcomes().forEach((outcome, count) -> output.line("  %-14s %6d", outcome, count));
        output.line("later than 5 s: %d; slowest %d ms (%s)", figures.late(), figures.slowest(),
                figures.slowestHow());
        output.line("more than 64 MB asked for in all: %d; most %.1f MB (%s)", figures.large(),
                figures.largest() / 1e6, figures.largestHow());
        output.line("sound pages between them: %d, read otherwise: %d", figures.sound(), figures.harmed());
    }
}
