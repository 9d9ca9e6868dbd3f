package se.lotsen.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.lotsen.staff.StaffForTests;

/**
 * Two services, each a process of its own with a data folder of its own, on one schema of a real PostgreSQL. Every queue is
 * always open and nobody is held to a rate.
 */
public final class TwoReplicas implements AutoCloseable {
    private static final Map<String, String> UNHURRIED = Map.of("LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS",
            "1000000", "LOTSEN_CHAT_WRITES_PER_MINUTE", "1000000", "LOTSEN_DESK_UNDO_SEND", "0s",
            "LOTSEN_STAFF_ATTEMPTS_PER_ADDRESS", "1000000", "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
            "8");
    private final PostgresForTests schema = PostgresForTests.newSchema();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(schema.url()));
    private final Path folder;
    private final Path knowledge;
    private final Map<String, String> settings;
    private ServiceProcess a;
    private ServiceProcess b;

    private TwoReplicas(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.knowledge = KnowledgeFiles.copyOfTheShipped(folder.resolve("knowledge")).alwaysOpen();
        this.settings = new HashMap<>(UNHURRIED);
        this.settings.put("SPRING_DATASOURCE_URL", schema.url());
        this.settings.putAll(settings);
        this.a = serve("a");
        this.b = serve("b");
    }

    /** Both are ready. To be called from a test or before each: a skipped test is counted. */
    public static TwoReplicas start(Path folder) {
        return start(folder, Map.of());
    }

    /** With further environment variables. */
    public static TwoReplicas start(Path folder, Map<String, String> settings) {
        return new TwoReplicas(folder, settings);
    }

    private ServiceProcess serve(String name) {
        return ServiceProcess.serve(folder.resolve("data-" + name), knowledge, settings);
    }

    /** One of them. */
    public ServiceProcess a() {
        return a;
    }

    /** The other one. */
    public ServiceProcess b() {
        return b;
    }

    /** Starts what was killed; the other one goes on. */
    public void revive() {
        if (!a.isAlive()) {
            a = serve("a");
        }
        if (!b.isAlive()) {
            b = serve("b");
        }
    }

    /** The one that leads, as the database's locks say; null while none does. */
    public ServiceProcess leader() {
        List<UUID> leading = database.sql("""
                select distinct cast(substr(application_name, 13) as uuid) from pg_locks
                join pg_stat_activity using (pid) join replica on application_name = 'lotsen line ' || id
                where locktype = 'advisory' and granted""").query(UUID.class).list();
        return leading.stream().map(id -> id(a).equals(id) ? a : b).findFirst().orElse(null);
    }

    /** The id that the process has as a replica. */
    public UUID id(ServiceProcess replica) {
        String says = "are heard as replica ";
        int at = replica.log().indexOf(says) + says.length();
        return UUID.fromString(replica.log().substring(at, at + 36));
    }

    /** What both share. */
    public JdbcClient database() {
        return database;
    }

    /** Accounts for both. */
    public StaffForTests staff() {
        return new StaffForTests(database);
    }

    @Override
    public void close() {
        a.close();
        b.close();
        schema.close();
    }
}
