package se.lotsen.commandline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.evaluation.AbstentionEvaluation;
import se.lotsen.evaluation.BeirEvaluation;
import se.lotsen.evaluation.BeirReport;
import se.lotsen.evaluation.ReportPage;
import se.lotsen.retrieval.PageSearch;

/**
 * {@code evaluate --beir DIR --split S [--abstention] [--report OUT.html] [--json]
 * [--words-only]}: the search alone, on a retrieval set; with
 * {@code --abstention} also how well it is known when an answer is missing.
 */
final class BeirMode implements EvaluateMode.Searching {

    @Override
    public int run(Arguments arguments, EvaluateOutput output, PageSearch.@Nullable Meanings meanings) {
        PageSearch.Meanings remembered = meanings == null ? null : meanings.remembered();
        Path folder = Path.of(arguments.value("beir").orElseThrow());
        String split = arguments.value("split").orElseThrow();
        BeirEvaluation.Figures figures = BeirEvaluation.run(folder, split, remembered);
        Optional<AbstentionEvaluation.Figures> abstention = arguments.value("abstention")
                .map(asked -> AbstentionEvaluation.run(folder, split, remembered));
        arguments.value("report")
                .ifPresent(file -> ReportPage.write(Path.of(file), BeirReport.of(figures)));
        if (arguments.has("json")) {
            Map<String, Object> json = figures.json();
            abstention.ifPresent(more -> json.putAll(more.json()));
            output.json(json);
        } else {
            output.line("%s, %s: %d documents, %d queries", figures.set(), figures.split(),
                    figures.documents(), figures.queries());
            figures.named().forEach((name, figure) -> output.figure(name, figure, figures.queries()));
            abstention.ifPresent(more -> print(more, figures.queries(), output));
        }
        return 0;
    }

    private static void print(AbstentionEvaluation.Figures abstention, int queries, EvaluateOutput output) {
        output.line("abstention: %d splits", abstention.splits());
        abstention.named().forEach((name, figure) -> output.figure(name, figure, queries));
    }
}
