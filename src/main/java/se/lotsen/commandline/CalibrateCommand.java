package se.lotsen.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.ClopperPearson;
import se.lotsen.confidence.EmbeddingPart;
import se.lotsen.confidence.ThresholdRule;
import se.lotsen.evaluation.CalibrationChart;
import se.lotsen.evaluation.Calibrator;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.retrieval.PageSearch;

/**
 * {@code calibrate}: fits when to answer to graded questions and writes {@code calibration.yaml}. Inputs may be repeated;
 * a {@code --beir} and the {@code --split} after it belong together.
 */
final class CalibrateCommand {
    private static final Map<String, Boolean> OPTIONS = Map.of("out", true, "chart", true, "max-wrong", true,
            "confidence", true, "cost-wrong", true, "cost-handover", true, "cost-delay", true,
            "without-every-third", false, "words-only", false);
    private static final List<String> REPEATED = List.of("--questions", "--grades", "--beir", "--split",
            "--meaning");

    private final Arguments arguments;
    private final Calibrator.Input input;
    private final ThresholdChoice rule;
    private final PrintStream out;
    private final PrintStream err;
    private final ResourceBundle texts;

    private CalibrateCommand(Arguments arguments, Calibrator.Input input, PrintStream out, PrintStream err,
            ResourceBundle texts) {
        this.arguments = arguments;
        this.input = input;
        this.rule = ThresholdChoice.of(arguments);
        this.out = out;
        this.err = err;
        this.texts = texts;
    }

    static CalibrateCommand of(List<String> words, PrintStream out, PrintStream err, ResourceBundle texts) {
        List<String> rest = new ArrayList<>();
        Map<String, List<Path>> given = Map.of("--questions", new ArrayList<>(), "--grades",
                new ArrayList<>(),
                "--beir", new ArrayList<>(), "--split", new ArrayList<>(), "--meaning",
                new ArrayList<>());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!REPEATED.contains(word)) {
                rest.add(word);
            } else if (i + 1 == words.size()) {
                throw new UsageException("option-without-value", word);
            } else {
                Objects.requireNonNull(given.get(word)).add(Path.of(words.get(++i)));
            }
        }
        Arguments arguments = Arguments.of(rest, OPTIONS);
        List<Path> folders = Objects.requireNonNull(given.get("--beir"));
        List<Path> splits = Objects.requireNonNull(given.get("--split"));
        List<Calibrator.BeirSplit> sets = new ArrayList<>();
        if (folders.size() != splits.size() || !arguments.plain().isEmpty() || words.size() == rest.size()) {
            throw new UsageException("calibrate-usage");
        }
        for (int i = 0; i < folders.size(); i++) {
            sets.add(new Calibrator.BeirSplit(folders.get(i), splits.get(i).toString()));
        }
        return new CalibrateCommand(arguments,
                new Calibrator.Input(Objects.requireNonNull(given.get("--questions")),
                        arguments.has("without-every-third"), Objects.requireNonNull(given.get("--grades")),
                        sets, Objects.requireNonNull(given.get("--meaning"))),
                out, err, texts);
    }

    boolean isWordsOnly() {
        return arguments.has("words-only");
    }

    /** @param meanings null for words alone */
    int run(KnowledgeFolder folder, Clock clock, PageSearch.@Nullable Meanings meanings) {
        Calibrator.Outcome outcome = Calibrator.run(folder, input, rule.rule(), LocalDate.now(clock),
                meanings);
        Path file = arguments.value("out").map(Path::of).orElse(folder.resolve("calibration.yaml"));
        write(file, outcome.file().text());
        arguments.value("chart").map(Path::of)
                .ifPresent(chart -> write(chart, CalibrationChart.svg(outcome.predictions(),
                        Objects.requireNonNull(outcome.file().thresholds()))));
        print(outcome, file);
        if (!outcome.isTrusted()) {
            err.println(say("calibrate-untrusted", outcome.predictions().size()));
        }
        return 0;
    }

    private void print(Calibrator.Outcome outcome, Path file) {
        Objects.requireNonNull(outcome.file().fittedOn()).forEach(source -> out.println(
                say("calibrate-source", source.name(), source.cases(), source.answerable(), source.right())));
        out.println(say("calibrate-left-out", outcome.leftOut(), outcome.heldOut()));
        outcome.outdated().forEach(line -> out.println(say("calibrate-outdated", line)));
        out.printf(Locale.ROOT, "  %-24s %s%n", "thresholds", outcome.file().thresholds());
        out.printf(Locale.ROOT, "  %-24s %s%n", "rule", outcome.file().rule());
        Objects.requireNonNull(outcome.file().quality())
                .forEach((name, figure) -> out.printf(Locale.ROOT, "  %-24s %.3f%n", name, figure));
        print(outcome.file().embedding());
        if (rule.rule() instanceof ThresholdRule.MaxWrong bound) {
            out.println(say("calibrate-proof", bound.share(), bound.confidence(),
                    ClopperPearson.needed(bound.share(), bound.confidence())));
        }
        if (outcome.answeredOfAnswerable() == 0) {
            err.println(say("calibrate-nothing"));
        }
        out.println(say("calibrate-written", file));
    }

    private void print(@Nullable EmbeddingPart part) {
        if (part == null) {
            return;
        }
        print(part.model() + ", sv", part.home());
        print(part.model() + ", other languages", part.foreign());
    }

    private void print(String name, EmbeddingPart.@Nullable Group group) {
        if (group == null) {
            return;
        }
        out.printf(Locale.ROOT, "%s%n  %-24s %s%n  %-24s %s%n", name, "weight", group.weight(), "thresholds",
                group.thresholds());
        Objects.requireNonNull(group.quality())
                .forEach((figure, value) -> out.printf(Locale.ROOT, "  %-24s %.3f%n", figure, value));
    }

    private String say(String code, Object... arguments) {
        return MessageFormat.format(texts.getString(code).replace("'", "''"), arguments);
    }

    private static void write(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("rows-unwritable", file);
        }
    }
}
