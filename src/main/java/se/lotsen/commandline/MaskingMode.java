package se.lotsen.commandline;

import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.evaluation.MaskingEvaluation;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.privacy.PersonalDataMask;

/** {@code evaluate --masking [--sentences FILE.txt] [--json]}: identity numbers hidden, and what else is. */
final class MaskingMode implements EvaluateMode.WithKnowledge {
    private static final long SEED = 20261123;

    @Override
    public void check(Arguments arguments) {
        arguments.value("sentences").map(Path::of).ifPresent(MaskingEvaluation.Sentence::read);
    }

    @Override
    public int run(Arguments arguments, EvaluateOutput output, ConfigurableApplicationContext context) {
        List<MaskingEvaluation.Sentence> sentences = arguments.value("sentences").map(Path::of)
                .map(MaskingEvaluation.Sentence::read).orElse(List.of());
        MaskingEvaluation.Figures figures = new MaskingEvaluation(context.getBean(PersonalDataMask.class),
                SEED)
                .run(context.getBean(KnowledgeWatch.class).library().pages().values(), sentences);
        if (arguments.has("json")) {
            output.json(figures.json());
        } else {
            output.line("identity numbers recognised, seed %d", figures.seed());
            figures.recognised().forEach(output::share);
            hits("false hits on pages", figures.onPages(), figures.pageLines(), output);
            hits("false hits in sentences", figures.inSentences(), figures.sentenceLines(), output);
        }
        return 0;
    }

    private static void hits(String name, List<MaskingEvaluation.FalseHit> hits, int lines,
            EvaluateOutput output) {
        output.line("%s: %d of %d lines", name, hits.size(), lines);
        hits.forEach(hit -> output.line("  %s  %s", hit.where(), String.join(" ", hit.kinds())));
    }
}
