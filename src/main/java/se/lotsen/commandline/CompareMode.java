package se.lotsen.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import se.lotsen.evaluation.AnswerChange;
import se.lotsen.evaluation.CompareReport;
import se.lotsen.evaluation.ComparedGrades;
import se.lotsen.evaluation.Comparison;
import se.lotsen.evaluation.ReportPage;

/** {@code evaluate compare A.jsonl B.jsonl [--questions FILE | --dialogues FILE] [--report OUT.html] [--json]}: before and after. */
final class CompareMode implements EvaluateMode.Alone {

    @Override
    public int run(Arguments arguments, EvaluateOutput output) {
        Comparison comparison = compare(arguments);
        arguments.value("report")
                .ifPresent(file -> ReportPage.write(Path.of(file), CompareReport.of(comparison)));
        if (arguments.has("json")) {
            output.json(comparison.json());
        } else {
            print(comparison, output);
        }
        return 0;
    }

    private static Comparison compare(Arguments arguments) {
        Path before = Path.of(arguments.plain().get(1));
        Path after = Path.of(arguments.plain().get(2));
        if (arguments.has("questions") && arguments.has("dialogues")) {
            throw new UsageException("evaluate-contradiction", "--dialogues", "compare --questions");
        }
        return arguments.value("questions")
                .map(file -> Comparison.ofQuestions(before, after, Path.of(file)))
                .or(() -> arguments.value("dialogues")
                        .map(file -> Comparison.ofDialogues(before, after, Path.of(file))))
                .orElseGet(() -> Comparison.of(before, after));
    }

    private static void print(Comparison comparison, EvaluateOutput output) {
        output.line("%s -> %s: %d questions", comparison.before(), comparison.after(), comparison.rows());
        comparison.counts().forEach((name, count) -> output.line("  %-26s %d", name, count));
        comparison.grades().ifPresent(grades -> print(grades, output));
        for (AnswerChange change : comparison.changes()) {
            output.line("  %s  %s -> %s  %s -> %s%s", change.key(), change.kindBefore(), change.kindAfter(),
                    change.pageBefore(), change.pageAfter(), change.text() ? "  text" : "");
        }
        named("onlyBefore", comparison.onlyBefore(), output);
        named("onlyAfter", comparison.onlyAfter(), output);
        named("otherQuestion", comparison.otherQuestion(), output);
    }

    private static void print(ComparedGrades grades, EvaluateOutput output) {
        output.share("strictlyRightBefore", grades.before());
        output.share("strictlyRightAfter", grades.after());
        output.figure("difference", grades.difference(), grades.before().rows());
        output.line("  %-26s %.4f", "mcNemarProbability", grades.probability());
        named("gained", grades.gained(), output);
        named("lost", grades.lost(), output);
        named("ungraded", grades.ungraded(), output);
        named("unanswered", grades.unanswered(), output);
        output.line("%s", ResourceBundle.getBundle("se.lotsen.commandline.messages", Locale.of("sv"))
                .getString(grades.isToldApart() ? "compare-told-apart" : "compare-chance"));
    }

    private static void named(String name, List<String> rows, EvaluateOutput output) {
        if (!rows.isEmpty()) {
            output.line("  %-26s %d: %s", name, rows.size(), String.join(" ", rows));
        }
    }
}
