package se.lotsen.commandline;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.evaluation.AnswerRows;

/**
 * {@code evaluate …}: picks a mode from the table below by the options given and runs it. A new mode is one line there,
 * one class, and its sentence in the help text.
 */
final class EvaluateCommand implements CommandLine.ContextCommand {
    private static final Set<String> OPTIONS_WITH_VALUE = Set.of("questions", "dialogues", "beir", "split",
            "sentences", "translations", "rows", "report",
            "edits", "traffic", "limit", "gaps", "gap-closing", "import", "sample", "import-mutations",
            "radar");
    private static final String WORDS_ONLY = "words-only";
    private static final List<EvaluateMode> MODES = List.of(
            EvaluateMode.options(new QuestionsMode(), "questions").taking("rows", "report", "json",
                    "words-only"),
            EvaluateMode.options(new DialoguesMode(), "dialogues").taking("rows", "report", "json",
                    "words-only"),
            EvaluateMode.options(new BeirMode(), "beir", "split").taking("abstention", "report", "json",
                    "words-only"),
            EvaluateMode.options(RobustnessMode.QUESTIONS, "questions", "robustness").taking("json",
                    "words-only"),
            EvaluateMode.options(RobustnessMode.BEIR, "beir", "split", "robustness").taking("json",
                    "words-only"),
            EvaluateMode.options(new GroundingMode(), "grounding").taking("json"),
            EvaluateMode.options(new TranslationsMode(), "translations").taking("json"),
            EvaluateMode.options(new RadarMode(), "radar").taking("json"),
            EvaluateMode.options(new ImportMode(), "import").taking("sample", "json"),
            EvaluateMode.options(new ImportMutationsMode(), "import-mutations").taking("json"),
            EvaluateMode.options(new MaskingMode(), "masking").taking("sentences", "json"),
            EvaluateMode.options(GateMode.EDITS, "edits", "traffic").taking("limit", "json"),
            EvaluateMode.options(GapsMode.GROUPS, "gaps").taking("json"),
            EvaluateMode.options(GapsMode.CLOSING, "gap-closing").taking("json", "words-only"),
            EvaluateMode.word(new CompareMode(), "compare", 2).taking("questions", "dialogues", "report",
                    "json"));

    private final EvaluateMode mode;
    private final Arguments arguments;
    private final EvaluateOutput output;

    private EvaluateCommand(EvaluateMode mode, Arguments arguments, EvaluateOutput output) {
        this.mode = mode;
        this.arguments = arguments;
        this.output = output;
    }

    /** Whatever can be known to be wrong is refused here, before the application starts. */
    static EvaluateCommand of(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = Arguments.of(words,
                EvaluateMode.known(MODES, OPTIONS_WITH_VALUE::contains));
        EvaluateMode mode = EvaluateMode.pick(MODES, arguments);
        for (String written : List.of("rows", "report")) {
            arguments.value(written).ifPresent(file -> AnswerRows.requireWritable(Path.of(file)));
        }
        if (mode.action() instanceof EvaluateMode.WithKnowledge knowing) {
            knowing.check(arguments);
        }
        return new EvaluateCommand(mode, arguments, new EvaluateOutput(out, err));
    }

    boolean needsContext() {
        return switch (mode.action()) {
            case EvaluateMode.Alone alone -> false;
            case EvaluateMode.Searching searching -> !arguments.has(WORDS_ONLY)
                    && MeasuredMeanings.areConfigured();
            case EvaluateMode.WithKnowledge knowing -> true;
        };
    }

    int withoutContext() {
        return switch (mode.action()) {
            case EvaluateMode.Alone alone -> alone.run(arguments, output);
            case EvaluateMode.Searching searching -> searching.run(arguments, output, null);
            case EvaluateMode.WithKnowledge ignored ->
                throw new IllegalStateException(mode.name() + " needs the knowledge base");
        };
    }

    /** A search over other pages than the knowledge base's does not wait for those to be embedded. */
    @Override
    public boolean wordsOnly() {
        return arguments.has(WORDS_ONLY) || mode.action() instanceof EvaluateMode.Searching;
    }

    @Override
    public int run(ConfigurableApplicationContext context) {
        return switch (mode.action()) {
            case EvaluateMode.Alone alone -> alone.run(arguments, output);
            case EvaluateMode.Searching searching ->
                searching.run(arguments, output, MeasuredMeanings.of(context, output.err()));
            case EvaluateMode.WithKnowledge knowing -> {
                MeasuredMeanings.await(context, output.err());
                yield knowing.run(arguments, output, context);
            }
        };
    }
}
