package se.lotsen.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * An empty schema in a real PostgreSQL, dropped on closing. The server is the one at {@code LOTSEN_TEST_PG_URL} (a JDBC
 * address with user and password), or else an embedded PostgreSQL 18 that is started once for all tests.
 */
public final class PostgresForTests implements AutoCloseable {
    private static @Nullable String server;
    private static @Nullable String fault;
    private final String schema = "test_" + UUID.randomUUID().toString().replace("-", "");

    private PostgresForTests() {
        run("create schema " + schema);
    }

    /** To be called from a test or before each, not before all: a skipped test is counted, a skipped class is not. */
    public static synchronized PostgresForTests newSchema() {
        if (server == null && fault == null) {
            String given = System.getenv("LOTSEN_TEST_PG_URL");
            server = given == null || given.isBlank() ? start() : given;
        }
        Assumptions.assumeTrue(fault == null, fault);
        return new PostgresForTests();
    }

    /** The schema's JDBC address. */
    public String url() {
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    @Override
    public void close() {
        run("drop schema " + schema + " cascade");
    }

    /** Ends with this JVM: the embedded server brings its own shutdown hook. */
    private static @Nullable String start() {
        try {
            return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
        } catch (IOException | IllegalStateException e) {
            // Some container hosts forbid the user namespace that the server needs when the tests run as root.
            fault = "NOT TESTED ON POSTGRESQL: the embedded PostgreSQL 18 does not start here (" + e
                    + "). Set"
                    + " LOTSEN_TEST_PG_URL to the JDBC address of a PostgreSQL to test on, such as"
                    + " jdbc:postgresql://localhost/test?user=test&password=test";
            System.err.println(fault);
            return null;
        }
    }

    private static void run(String statement) {
        try (Connection connection = DriverManager.getConnection(server);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + statement, e);
        }
    }
}
