package se.lotsen.commandline;

import java.nio.file.Path;
import se.lotsen.evaluation.BeirEvaluation;
import se.lotsen.evaluation.QuestionRobustness;
import se.lotsen.evaluation.Robustness;
import se.lotsen.knowledge.KnowledgeWatch;

/** {@code evaluate --questions … --robustness} and {@code evaluate --beir … --robustness}: what careless typing costs. */
final class RobustnessMode {
    static final EvaluateMode.WithKnowledge QUESTIONS = (arguments, output, context) -> print(
            QuestionRobustness.run(Path.of(arguments.value("questions").orElseThrow()),
                    context.getBean(KnowledgeWatch.class).library().pages().values(),
                    new AskedQuestions(context, output)::ask),
            arguments, output);

    static final EvaluateMode.Searching BEIR = (arguments, output, meanings) -> print(
            BeirEvaluation.robustness(Path.of(arguments.value("beir").orElseThrow()),
                    arguments.value("split").orElseThrow(),
                    meanings == null ? null : meanings.remembered()),
            arguments, output);

    private RobustnessMode() {
    }

    private static int print(Robustness robustness, Arguments arguments, EvaluateOutput output) {
        if (arguments.has("json")) {
            output.json(robustness.json());
            return 0;
        }
        output.line("%s: loss, clean minus typed otherwise (paired bootstrap)", robustness.file());
        for (Robustness.Loss loss : robustness.variants()) {
            output.line("%s: %d of %d questions changed", loss.variant().wireName(), loss.changed(),
                    loss.rows());
            loss.losses().forEach((name, figure) -> output.figure(name, figure, loss.rows()));
        }
        return 0;
    }
}
