package se.lotsen.commandline;

import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.evaluation.GapClosing;
import se.lotsen.evaluation.GapEvaluation;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;

/**
 * {@code evaluate --gaps FILE.jsonl} and {@code evaluate --gap-closing FILE.tsv}: how well questions are grouped, and what an
 * editor's phrasings are worth.
 */
final class GapsMode {
    static final EvaluateMode.WithKnowledge GROUPS = new EvaluateMode.WithKnowledge() {
        @Override
        public void check(Arguments arguments) {
            GapEvaluation.check(file(arguments, "gaps"));
        }

        @Override
        public int run(Arguments arguments, EvaluateOutput output, ConfigurableApplicationContext context) {
            return groups(GapEvaluation.run(file(arguments, "gaps"),
                    context.getBean(KnowledgeWatch.class).library()), arguments, output);
        }
    };

    static final EvaluateMode.WithKnowledge CLOSING = new EvaluateMode.WithKnowledge() {
        @Override
        public void check(Arguments arguments) {
            GapClosing.check(file(arguments, "gap-closing"));
        }

        @Override
        public int run(Arguments arguments, EvaluateOutput output, ConfigurableApplicationContext context) {
            return closing(
                    GapClosing.run(file(arguments, "gap-closing"), context.getBean(KnowledgeFolder.class),
                            context.getBean(AnswerDesks.class)),
                    arguments, output);
        }
    };

    private GapsMode() {
    }

    private static Path file(Arguments arguments, String option) {
        return Path.of(arguments.value(option).orElseThrow());
    }

    private static int groups(GapEvaluation.Figures figures, Arguments arguments, EvaluateOutput output) {
        if (arguments.has("json")) {
            output.json(figures.json());
            return 0;
        }
        figures.parts().forEach((name, part) -> {
            output.line("%s, %s: %d questions, %d needs, %d groups of two or more", figures.file(), name,
                    part.questions(), part.needs(), part.found());
            part.named().forEach((figure, value) -> output.figure(figure, value, part.needs()));
        });
        return 0;
    }

    private static int closing(GapClosing.Figures figures, Arguments arguments, EvaluateOutput output) {
        if (arguments.has("json")) {
            output.json(figures.json());
            return 0;
        }
        figures.changes().forEach((from, parts) -> parts.forEach((part, change) -> {
            output.line("%s, pages %s, %s", figures.file(), from, part);
            change.named().forEach((name, value) -> output.figure(name, value, change.rows()));
        }));
        return 0;
    }
}
