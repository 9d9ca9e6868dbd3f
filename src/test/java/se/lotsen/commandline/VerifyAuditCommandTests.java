package se.lotsen.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.LotsenApplication;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditAnchor;
import se.lotsen.audit.AuditLog;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.storage.SerialRecord;

/** {@code verify-audit} on a file and on an H2 database that no service has open, and the usage of {@code replay}. */
@Isolated
class VerifyAuditCommandTests {
    @TempDir
    private Path dataDir;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> lines = new ArrayList<>();
    private AuditAnchor head;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        try (HikariDataSource connections = new HikariDataSource()) {
            connections.setJdbcUrl(RecordForTests.address(dataDir));
            Flyway.configure().dataSource(connections).load().migrate();
            AuditLog log = new AuditLog(JdbcClient.create(connections),
                    new SerialRecord(new TransactionTemplate(new JdbcTransactionManager(connections))),
                    Clock.systemUTC());
            for (int i = 0; i < 5; i++) {
                log.record(Actor.machine("prov"), "publish", "sida-" + i, "");
            }
            log.export(lines::add);
            head = log.head();
        }
        file = Files.write(dataDir.resolve("logg.jsonl"), lines);
    }

    private int run(String... arguments) {
        return new CommandLine(LotsenApplication.class, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Clock.systemUTC()).run(arguments)
                .orElseThrow();
    }

    private int inDatabase(Path folder, String... more) {
        System.setProperty("lotsen.data-dir", folder.toString());
        try {
            List<String> arguments = new ArrayList<>(List.of("verify-audit"));
            arguments.addAll(List.of(more));
            return run(arguments.toArray(String[]::new));
        } finally {
            System.clearProperty("lotsen.data-dir");
        }
    }

    @Test
    void aWholeFileIsWhole() {
        assertThat(run("verify-audit", file.toString(), "--anchor", head.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Loggen är orörd: 5 rader",
                head.toString());
    }

    @Test
    void aChangedFileIsToldWithItsFirstBrokenEntry() throws IOException {
        Files.writeString(file, Files.readString(file).replace("sida-2", "sida-7"));
        assertThat(run("verify-audit", file.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("LOGGEN ÄR ÄNDRAD", "Rad 3");
        Files.write(file, new byte[]{(byte) 0xff, (byte) 0xfe, '\n'});
        assertThat(run("verify-audit", file.toString())).isEqualTo(1);
    }

    @Test
    void aDatabaseThatNoServiceHasOpenIsLookedAt() {
        assertThat(inDatabase(dataDir, "--anchor", head.toString())).as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Loggen är orörd: 5 rader");
        assertThat(inDatabase(dataDir, "--anchor", new AuditAnchor(3, "0".repeat(64)).toString()))
                .isEqualTo(1);
    }

    @Test
    void aFolderWithoutDatabaseIsNoEmptyLog() {
        assertThat(inDatabase(dataDir.resolve("nowhere"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Databasen går inte att läsa",
                "/records/audit");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(run("verify-audit", "a", "b")).isEqualTo(2);
        assertThat(run("verify-audit", file.toString(), "--anchor", "17")).isEqualTo(2);
        assertThat(run("verify-audit", dataDir.resolve("nowhere.jsonl").toString())).isEqualTo(2);
        assertThat(run("replay")).isEqualTo(2);
        assertThat(run("replay", "../../actuator")).isEqualTo(2);
        assertThat(run("replay", "LS-7KQ4-9M2X-B8TZ-4H6J", "--key-file", "/nowhere")).isEqualTo(2);
        assertThat(run("replay", "LS-7KQ4-9M2X-B8TZ-4H6J", "--key-file", file.toString(), "--url",
                "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Skriv verify-audit",
                "inget antecknat slut",
                "går inte att läsa", "Skriv replay", "nyckel");
    }
}
