package se.lotsen.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.answering.AnswerDesk;
import se.lotsen.evaluation.AbstentionEvaluation;
import se.lotsen.evaluation.BeirEvaluation;
import se.lotsen.evaluation.Bootstrap;
import se.lotsen.evaluation.QuestionEvaluation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code evaluate --beir DIR --split S [--abstention] | --questions FILE.tsv [--rows OUT.jsonl] [--json]}. */
final class EvaluateCommand implements CommandLine.ContextCommand {
    private static final Map<String, Boolean> OPTIONS = Map.of("beir", true, "split", true, "questions", true,
            "rows",
            true, "json", false, "abstention", false);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PROGRESS_EVERY = 100;

    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    private EvaluateCommand(Arguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    static EvaluateCommand of(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = Arguments.of(words, OPTIONS);
        if (!arguments.plain().isEmpty() || arguments.has("beir") == arguments.has("questions")
                || arguments.has("beir") && !arguments.has("split")
                || arguments.has("abstention") && !arguments.has("beir")) {
            throw new UsageException("evaluate-usage");
        }
        return new EvaluateCommand(arguments, out, err);
    }

    boolean needsKnowledge() {
        return arguments.has("questions");
    }

    int withoutKnowledge() {
        Path folder = Path.of(arguments.value("beir").orElseThrow());
        String split = arguments.value("split").orElseThrow();
        BeirEvaluation.Figures figures = BeirEvaluation.run(folder, split);
        Optional<AbstentionEvaluation.Figures> abstention = arguments.value("abstention")
                .map(asked -> AbstentionEvaluation.run(folder, split));
        if (arguments.has("json")) {
            Map<String, Object> json = figures.json();
            abstention.ifPresent(more -> json.putAll(more.json()));
            out.println(json(json));
        } else {
            out.printf(Locale.ROOT, "%s, %s: %d documents, %d queries%n", figures.set(), figures.split(),
                    figures.documents(), figures.queries());
            figures.named().forEach((name, figure) -> line(name, figure, figures.queries()));
            abstention.ifPresent(this::print);
        }
        return 0;
    }

    private void print(AbstentionEvaluation.Figures abstention) {
        out.printf(Locale.ROOT, "abstention: %d splits%n", abstention.splits());
        abstention.named()
                .forEach((name, figure) -> out.printf(Locale.ROOT, "  %-24s %.3f  [%.3f, %.3f]%n", name,
                        figure.value(), figure.low(), figure.high()));
    }

    @Override
    public int run(ConfigurableApplicationContext context) {
        AnswerDesk desk = context.getBean(AnswerDesk.class);
        int[] asked = {0};
        QuestionEvaluation.Figures figures = QuestionEvaluation.run(
                Path.of(arguments.value("questions").orElseThrow()),
                row -> {
                    if (++asked[0] % PROGRESS_EVERY == 0) {
                        err.println(asked[0]);
                    }
                    return desk.ask(List.of(row.question()), row.lang());
                });
        arguments.value("rows").ifPresent(file -> writeRows(Path.of(file), figures.graded()));
        if (arguments.has("json")) {
            out.println(json(figures.json()));
        } else {
            out.printf(Locale.ROOT, "%s: %d questions%n", figures.file(), figures.graded().size());
            figures.named().forEach((name, share) -> line(name, share.share(), share.rows()));
            figures.kinds()
                    .forEach((expected, given) -> out.printf(Locale.ROOT, "  %-40s %s%n", expected, given));
        }
        return 0;
    }

    private void line(String name, Bootstrap.Interval figure, int rows) {
        out.printf(Locale.ROOT, "  %-24s %.3f  [%.3f, %.3f]  n=%d%n", name, figure.value(), figure.low(),
                figure.high(),
                rows);
    }

    private static void writeRows(Path file, List<QuestionEvaluation.Graded> graded) {
        List<String> lines = new ArrayList<>();
        for (QuestionEvaluation.Graded row : graded) {
            ObjectNode line = JSON.createObjectNode().put("id", row.row().id());
            JsonNode answer = JSON.valueToTree(row.answer());
            line.setAll((ObjectNode) answer);
            lines.add(line.toString());
        }
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("rows-unwritable", file);
        }
    }

    private static String json(Map<String, Object> figures) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new LinkedHashMap<>(figures));
    }
}
