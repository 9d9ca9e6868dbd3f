package se.lotsen.commandline;

import java.io.PrintStream;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.backup.Vault;

/**
 * {@code backup FILE} and {@code restore FILE [--replace]}. Both read the settings as the service does, and nothing else of
 * the application: neither index nor model is touched.
 */
final class VaultCommand {
    private final boolean backup;
    private final Arguments arguments;
    private final PrintStream err;
    private final ResourceBundle texts;
    private final Clock clock;

    VaultCommand(String command, List<String> rest, PrintStream err, ResourceBundle texts, Clock clock) {
        this.backup = command.equals("backup");
        this.arguments = Arguments.of(rest, backup ? Map.of() : Map.of("replace", false));
        if (arguments.plain().size() != 1) {
            throw new UsageException(command + "-usage");
        }
        this.err = err;
        this.texts = texts;
        this.clock = clock;
    }

    /** Progress and result go to standard error: there is nothing for another program to read. */
    int run() {
        Path file = Path.of(arguments.plain().getFirst());
        try (ConfigurableApplicationContext settings = settings()) {
            Vault vault = Vault.of(settings.getEnvironment(), clock,
                    (part, amount) -> say("vault-part", part, amount));
            if (backup) {
                vault.backup(file);
                say("backup-done", file.toAbsolutePath(), file.toFile().length() / 1e6);
            } else {
                vault.restore(file, arguments.has("replace"));
                say("restore-done", file.toAbsolutePath());
            }
        }
        return 0;
    }

    private static ConfigurableApplicationContext settings() {
        SpringApplication spring = new SpringApplication(Nothing.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLogStartupInfo(false);
        // That Flyway was tried with an older H2 helps nobody who waits for a backup.
        return spring.run("--logging.level.root=warn", "--logging.level.org.flywaydb=error");
    }

    private void say(String code, Object... values) {
        err.println(new MessageFormat(texts.getString(code), texts.getLocale()).format(values));
    }

    /** An application of no parts. */
    static final class Nothing {
    }
}
