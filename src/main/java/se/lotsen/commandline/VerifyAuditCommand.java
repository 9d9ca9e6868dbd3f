package se.lotsen.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.audit.AuditAnchor;
import se.lotsen.audit.AuditExport;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.AuditVerdict;
import se.lotsen.storage.SerialRecord;

/**
 * {@code verify-audit [FILE.jsonl] [--anchor ANCHOR]}: whether the audit log is as it was written. Without a file it looks at the
 * database of the service's own settings: beside a running service with PostgreSQL, with H2 once the service has stopped, as one
 * process alone may open its file. It changes nothing.
 */
final class VerifyAuditCommand {
    private static final Map<String, Boolean> OPTIONS = Map.of("anchor", true);
    private final @Nullable Path file;
    private final @Nullable AuditAnchor noted;
    private final PrintStream out;
    private final PrintStream err;
    private final ResourceBundle texts;
    private final Clock clock;

    VerifyAuditCommand(List<String> rest, PrintStream out, PrintStream err, ResourceBundle texts,
            Clock clock) {
        Arguments arguments = Arguments.of(rest, OPTIONS);
        if (arguments.plain().size() > 1) {
            throw new UsageException("verify-audit-usage");
        }
        this.file = arguments.plain().isEmpty() ? null : Path.of(arguments.plain().getFirst());
        this.noted = arguments.value("anchor")
                .map(text -> AuditAnchor.parse(text)
                        .orElseThrow(() -> new UsageException("verify-audit-anchor", text)))
                .orElse(null);
        this.out = out;
        this.err = err;
        this.texts = texts;
        this.clock = clock;
    }

    int run() {
        AuditVerdict verdict = file == null ? inDatabase() : inFile(file);
        if (verdict == null) {
            return 2;
        }
        return switch (verdict) {
            case AuditVerdict.Intact intact -> {
                out.println(text("verify-audit-intact", Long.toString(intact.entries()), intact.head()));
                yield 0;
            }
            case AuditVerdict.Broken broken -> {
                out.println(text("verify-audit-" + broken.fault().name(), Long.toString(broken.entry())));
                yield 1;
            }
        };
    }

    private AuditVerdict inFile(Path export) {
        try (Stream<String> lines = Files.lines(export, StandardCharsets.UTF_8)) {
            return AuditExport.verify(lines, noted);
        } catch (IOException e) {
            throw new UsageException("verify-audit-file", export.toString());
        } catch (java.io.UncheckedIOException e) {
            // No UTF-8: somebody has changed it.
            return new AuditVerdict.Broken(AuditVerdict.Fault.FORM, 0);
        }
    }

    private @Nullable AuditVerdict inDatabase() {
        SpringApplication settings = new SpringApplication(Settings.class);
        settings.setWebApplicationType(WebApplicationType.NONE);
        settings.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = settings.run()) {
            return look(context.getEnvironment());
        }
    }

    /** Nothing of the service: its settings alone. */
    @Configuration(proxyBeanMethods = false)
    static class Settings {
    }

    private @Nullable AuditVerdict look(Environment environment) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        // Otherwise a wrong folder would become an empty database, and an empty log is intact.
        DriverManagerDataSource database = new DriverManagerDataSource(
                url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
        try (Connection held = database.getConnection()) {
            AuditLog log = new AuditLog(JdbcClient.create(database),
                    new SerialRecord(new TransactionTemplate(new JdbcTransactionManager(database))),
                    clock);
            return held.isValid(10) ? log.verify(noted) : null;
        } catch (SQLException | DataAccessException | TransactionException e) {
            err.println(text("verify-audit-database", String.valueOf(rootCause(e).getMessage())));
            return null;
        }
    }

    private static Throwable rootCause(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private String text(String code, Object... arguments) {
        return MessageFormat.format(texts.getString(code), arguments);
    }
}
