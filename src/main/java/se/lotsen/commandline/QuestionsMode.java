package se.lotsen.commandline;

import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.evaluation.AnswerRows;
import se.lotsen.evaluation.QuestionEvaluation;
import se.lotsen.evaluation.QuestionReport;
import se.lotsen.evaluation.ReportPage;

/** {@code evaluate --questions FILE.tsv [--rows OUT.jsonl] [--report OUT.html] [--json]}: whole answers to a file of questions. */
final class QuestionsMode implements EvaluateMode.WithKnowledge {

    @Override
    public int run(Arguments arguments, EvaluateOutput output, ConfigurableApplicationContext context) {
        AskedQuestions desk = new AskedQuestions(context, output);
        QuestionEvaluation.Figures figures = QuestionEvaluation
                .run(Path.of(arguments.value("questions").orElseThrow()), desk::ask);
        arguments.value("rows").ifPresent(file -> AnswerRows.write(Path.of(file), figures.graded()));
        arguments.value("report")
                .ifPresent(file -> ReportPage.write(Path.of(file), QuestionReport.of(figures)));
        if (arguments.has("json")) {
            output.json(figures.json());
        } else {
            print(figures, output);
        }
        return 0;
    }

    private static void print(QuestionEvaluation.Figures figures, EvaluateOutput output) {
        output.line("%s: %d questions", figures.file(), figures.graded().size());
        figures.named().forEach(output::share);
        output.figure("answerWords mean", figures.length().mean(), figures.length().answers());
        output.figure("answerWords p95", figures.length().p95(), figures.length().answers());
        output.line("right kind by expected kind");
        figures.rightKindByExpected().forEach(output::share);
        output.line("given kinds by expected kind");
        figures.kinds().forEach((expected, given) -> output.line("  %-40s %s", expected, given));
        output.line("languages");
        figures.languages().forEach(language -> language.shares()
                .forEach((name, share) -> output.share(language.lang() + " " + name, share)));
        figures.largestGaps().forEach(gap -> output.line(
                "  largest gap to sv, %s: %s %.3f  [%.3f, %.3f]", gap.figure(), gap.lang(),
                gap.gap().value(), gap.gap().low(), gap.gap().high()));
        output.line("other page first (expected -> first, rows)");
        figures.pageMixes().forEach(mix -> output.line("  %s -> %s  %s", mix.expected(), mix.given(),
                String.join(" ", mix.rows())));
    }
}
