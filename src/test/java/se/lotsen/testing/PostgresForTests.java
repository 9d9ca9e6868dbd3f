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
 * A real PostgreSQL for tests: the one at {@code LOTSEN_TEST_PG_URL} (a JDBC address with user and password), or else an
 * embedded PostgreSQL 18 that is started once for all tests. Each caller gets an empty schema of its own.
 */
public final class PostgresForTests {
    private static @Nullable String server;

    private PostgresForTests() {
    }

    /** JDBC address of a new, empty schema; aborts the calling tests with the reason when there is no PostgreSQL. */
    public static String newSchema() {
        String url = server();
        String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("No schema could be made in " + url, e);
        }
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    private static synchronized String server() {
        String given = System.getenv("LOTSEN_TEST_PG_URL");
        if (given != null && !given.isBlank()) {
            return given;
        }
        if (server == null) {
            server = start();
        }
        return server;
    }

    /** Ends with this JVM: the embedded server brings its own shutdown hook. */
    private static String start() {
        try {
            return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
        } catch (IOException | IllegalStateException e) {
            // Some container hosts forbid the user namespace that the server needs when the tests run as root.
            return Assumptions
                    .abort("SKIPPED, NOT TESTED ON POSTGRESQL: the embedded PostgreSQL 18 does not start"
                            + " here (" + e
                            + "). Set LOTSEN_TEST_PG_URL to the JDBC address of a PostgreSQL, such as"
                            + " jdbc:postgresql://localhost/test?user=test&password=test");
        }
    }
}
