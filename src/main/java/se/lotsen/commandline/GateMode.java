package se.lotsen.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import se.lotsen.answering.Answer;
import se.lotsen.answering.AnswerDesk;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.evaluation.EvaluationInputException;
import se.lotsen.evaluation.JsonLines;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.trial.GateEvaluation;
import se.lotsen.trial.GateEvaluation.Edit;
import se.lotsen.trial.GateEvaluation.Figures;
import se.lotsen.trial.TrialQuestion;
import se.lotsen.trial.Trials;

/** {@code evaluate --edits FILE --traffic FILE [--limit N]}: whether the gate names the answers that a change changes. */
final class GateMode {
    static final EvaluateMode.WithKnowledge EDITS = (arguments, output, context) -> {
        KnowledgeFolder folder = context.getBean(KnowledgeFolder.class);
        List<Edit> edits = new ArrayList<>();
        JsonLines.read(Path.of(arguments.value("edits").orElseThrow()), line -> edits.add(new Edit(
                JsonLines.text(line, "id"), JsonLines.text(line, "page"), JsonLines.text(line, "change"),
                line.path("find").asString(), line.path("replace").asString(),
                line.path("visible").asBoolean())));
        Map<String, String> traffic = new LinkedHashMap<>();
        JsonLines.read(Path.of(arguments.value("traffic").orElseThrow()),
                line -> traffic.put(JsonLines.text(line, "id"), JsonLines.text(line, "text")));
        int limit = arguments.value("limit").map(GateMode::number).orElse(edits.size());
        try (Copy copy = Copy.of(folder, context)) {
            Figures figures = new GateEvaluation(folder, new Trials(context.getBean(AnswerDesks.class)), copy)
                    .run(edits.subList(0, Math.min(limit, edits.size())),
                            GateEvaluation.questions(folder, traffic),
                            output.err()::println);
            return print(figures, arguments, output);
        }
    };

    private GateMode() {
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw new EvaluationInputException("--limit must be a whole number, but is " + typed);
        }
    }

    private static int print(Figures figures, Arguments arguments, EvaluateOutput output) {
        if (arguments.has("json")) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("edits", figures.edits());
            json.put("questions", figures.questions());
            json.put("affecting", figures.affecting());
            json.put("found", figures.found());
            json.put("missed", figures.missed());
            json.put("extra", figures.extra());
            json.put("precision", figures.precision());
            json.put("recall", figures.recall());
            json.put("secondsMedian", figures.median());
            json.put("secondsLongest", figures.longest());
            output.json(json);
            return 0;
        }
        output.line("%d edits, %d questions each; %d edits change an answer", figures.edits(),
                figures.questions(),
                figures.affecting());
        output.line("precision %.3f (%d of %d), recall %.3f (%d of %d)", figures.precision(), figures.found(),
                figures.found() + figures.extra(), figures.recall(), figures.found(),
                figures.found() + figures.missed());
        output.line("seconds for one look: median %.1f, longest %.1f", figures.median(), figures.longest());
        return 0;
    }

    /** A second application over a copy of the folder, which is written as an editor would. */
    private static final class Copy implements GateEvaluation.Service, AutoCloseable {
        private final Path root;
        private final ConfigurableApplicationContext context;
        private long writes;

        private Copy(Path root, ConfigurableApplicationContext context) {
            this.root = root;
            this.context = context;
        }

        static Copy of(KnowledgeFolder folder, ConfigurableApplicationContext parent) {
            try {
                Path root = Files.createTempDirectory("lotsen-copy");
                FileSystemUtils.copyRecursively(folder.root(), root);
                Class<?> application = parent.getBeansWithAnnotation(SpringBootApplication.class).values()
                        .iterator().next()
                        .getClass();
                return new Copy(root, new SpringApplicationBuilder(application.getSuperclass() == Object.class
                        ? application
                        : application.getSuperclass()).web(WebApplicationType.NONE).profiles("command")
                        .logStartupInfo(false).run("--lotsen.knowledge.dir=" + root));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void publish(String file, String text) {
            try {
                Files.writeString(root.resolve(file), text);
                // Two writes within a tick of the disk's clock are told apart.
                Files.setLastModifiedTime(root.resolve(file),
                        FileTime.fromMillis(1_800_000_000_000L + 1000 * ++writes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            context.getBean(KnowledgeWatch.class).look();
        }

        @Override
        public Map<String, Answer> ask(List<TrialQuestion> questions) {
            AnswerDesk desk = context.getBean(AnswerDesk.class);
            Map<String, Answer> answers = new ConcurrentHashMap<>();
            questions.parallelStream().forEach(question -> answers.put(question.id(),
                    desk.ask(List.of(question.text()))));
            return answers;
        }

        @Override
        public void close() {
            context.close();
            try {
                FileSystemUtils.deleteRecursively(root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
