package se.lotsen.commandline;

import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.evaluation.AnswerRows;
import se.lotsen.evaluation.DialogueEvaluation;
import se.lotsen.evaluation.DialogueReport;
import se.lotsen.evaluation.ReportPage;

/** {@code evaluate --dialogues FILE.jsonl [--rows OUT.jsonl] [--report OUT.html] [--json]}: whole conversations. */
final class DialoguesMode implements EvaluateMode.WithKnowledge {

    @Override
    public int run(Arguments arguments, EvaluateOutput output, ConfigurableApplicationContext context) {
        AskedQuestions desk = new AskedQuestions(context, output);
        DialogueEvaluation.Figures figures = DialogueEvaluation
                .run(Path.of(arguments.value("dialogues").orElseThrow()), desk::begin);
        arguments.value("rows").ifPresent(file -> AnswerRows.writeTurns(Path.of(file), figures.turns()));
        arguments.value("report")
                .ifPresent(file -> ReportPage.write(Path.of(file), DialogueReport.of(figures)));
        if (arguments.has("json")) {
            output.json(figures.json());
        } else {
            print(figures, output);
        }
        return 0;
    }

    private static void print(DialogueEvaluation.Figures figures, EvaluateOutput output) {
        output.line("%s: %d dialogues, %d turns", figures.file(), figures.dialogues(),
                figures.turns().size());
        figures.named().forEach(output::share);
        output.line("right turns by language");
        figures.languages().forEach(output::share);
        output.line("given kinds by expected kind");
        figures.kinds().forEach((expected, given) -> output.line("  %-40s %s", expected, given));
    }
}
