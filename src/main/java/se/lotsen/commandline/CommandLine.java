package se.lotsen.commandline;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.backup.BackupFault;
import se.lotsen.evaluation.EvaluationInputException;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;

/**
 * Finds the command in the arguments and runs it. Results go to standard output, everything else to standard error; the
 * exit status is 0 when all is well, 1 when the command found a fault, 2 when it could not be run as given.
 */
public final class CommandLine {
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.commandline.messages",
            Locale.of("sv"));

    /** @param application the class whose context the commands run in */
    public CommandLine(Class<?> application, PrintStream out, PrintStream err, Clock clock) {
        this.clock = clock;
        this.application = application;
        this.out = utf8(out);
        this.err = utf8(err);
    }

    /** Swedish must come out whole in a terminal whose locale is not set. */
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Runs the command; empty when it goes on in the background, as the service does. */
    public OptionalInt run(String... args) {
        String command = args.length == 0 ? "help" : args[0];
        List<String> rest = args.length == 0 ? List.of() : Arrays.asList(args).subList(1, args.length);
        try {
            return switch (command) {
                case "serve" -> serve(rest);
                case "ask" ->
                    OptionalInt
                            .of(inContext(new AskCommand(Arguments.of(rest, AskCommand.OPTIONS), out, err)));
                case "check" -> OptionalInt.of(check(rest));
                case "calibrate" -> OptionalInt.of(calibrate(CalibrateCommand.of(rest, out, err, texts)));
                case "backup", "restore" ->
                    OptionalInt.of(new VaultCommand(command, rest, err, texts, clock).run());
                case "evaluate" -> OptionalInt.of(evaluate(EvaluateCommand.of(rest, out, err)));
                case "verify-audit" ->
                    OptionalInt.of(new VerifyAuditCommand(rest, out, err, texts, clock).run());
                case "replay" -> OptionalInt.of(new ReplayCommand(rest, out, err, texts).run());
                case "help", "--help", "-h" -> help(out, 0);
                default -> {
                    err.println(text("unknown-command", command));
                    yield help(err, USAGE);
                }
            };
        } catch (UsageException e) {
            err.println(text(e.code(), e.arguments()));
            return OptionalInt.of(USAGE);
        } catch (EvaluationInputException e) {
            err.println(e.getMessage());
            return OptionalInt.of(USAGE);
        } catch (KnowledgeUnusable e) {
            err.println(e.getMessage());
            return OptionalInt.of(FAULT);
        } catch (BackupFault e) {
            err.println(e.text());
            return OptionalInt.of(FAULT);
        }
    }

    private OptionalInt serve(List<String> rest) {
        SpringApplication.run(application, rest.toArray(String[]::new));
        return OptionalInt.empty();
    }

    /** Without the application: it would refuse to start on the very faults that are to be reported. */
    private int check(List<String> rest) {
        if (!rest.isEmpty()) {
            throw new UsageException("unknown-option", rest.getFirst());
        }
        return CheckCommand.run(knowledgeFolder(),
                Path.of(System.getenv().getOrDefault("LOTSEN_PROMPTS_DIR", "prompts")), out, texts);
    }

    private static KnowledgeFolder knowledgeFolder() {
        return new KnowledgeFolder(
                Path.of(System.getenv().getOrDefault("LOTSEN_KNOWLEDGE_DIR", "knowledge-base")));
    }

    private int evaluate(EvaluateCommand command) {
        return command.needsContext() ? inContext(command) : command.withoutContext();
    }

    private int calibrate(CalibrateCommand command) {
        if (command.isWordsOnly() || !MeasuredMeanings.areConfigured()) {
            return command.run(knowledgeFolder(), clock, null);
        }
        return inContext(new ContextCommand() {
            @Override
            public boolean wordsOnly() {
                return true;
            }

            @Override
            public int run(ConfigurableApplicationContext context) {
                return command.run(knowledgeFolder(), clock, MeasuredMeanings.of(context, err));
            }
        });
    }

    /** A command that needs the wired application. */
    interface ContextCommand {
        int run(ConfigurableApplicationContext context);

        /** Whether the application is to search its own pages by words alone. */
        default boolean wordsOnly() {
            return false;
        }
    }

    /** Without web, database and index on disk: a command stores nothing and runs beside a service. */
    private int inContext(ContextCommand command) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setAdditionalProfiles("command");
        spring.setLogStartupInfo(false);
        spring.setDefaultProperties(Map.of("lotsen.retrieval.words-only", command.wordsOnly()));
        try (ConfigurableApplicationContext context = spring.run()) {
            return command.run(context);
        } catch (RuntimeException e) {
            // Spring's failure analysis has said already what is wrong and what to do.
            if (e.getCause() instanceof KnowledgeUnusable || rootCause(e) instanceof KnowledgeUnusable) {
                return FAULT;
            }
            throw e;
        }
    }

    private static Throwable rootCause(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private OptionalInt help(PrintStream stream, int status) {
        stream.println(text("help"));
        return OptionalInt.of(status);
    }

    private String text(String code, Object... arguments) {
        return java.text.MessageFormat.format(texts.getString(code).replace("'", "''"), arguments);
    }
}
