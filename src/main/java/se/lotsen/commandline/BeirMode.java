package se.lotsen.commandline;

import java.nio.file.Path;
import se.lotsen.evaluation.BeirEvaluation;
import se.lotsen.evaluation.BeirReport;
import se.lotsen.evaluation.ReportPage;

/** {@code evaluate --beir DIR --split S [--report OUT.html] [--json]}: the search alone, on a retrieval set. */
final class BeirMode implements EvaluateMode.Alone {

    @Override
    public int run(Arguments arguments, EvaluateOutput output) {
        BeirEvaluation.Figures figures = BeirEvaluation.run(Path.of(arguments.value("beir").orElseThrow()),
                arguments.value("split").orElseThrow());
        arguments.value("report")
                .ifPresent(file -> ReportPage.write(Path.of(file), BeirReport.of(figures)));
        if (arguments.has("json")) {
            output.json(figures.json());
        } else {
            output.line("%s, %s: %d documents, %d queries", figures.set(), figures.split(),
                    figures.documents(), figures.queries());
            figures.named().forEach((name, figure) -> output.figure(name, figure, figures.queries()));
        }
        return 0;
    }
}
