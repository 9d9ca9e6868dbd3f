package se.lotsen.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.testing.PostgresForTests;

/** With PostgreSQL at one end or both. */
class PostgresBackupIntegrationTests {

    /** Databases of their own: a restore refuses while anybody else's pool is connected to its database. */
    static final class Databases {
        private final PostgresForTests server = PostgresForTests.newSchema();
        private final List<String> names = new ArrayList<>();

        String add() {
            String name = "backup_" + UUID.randomUUID().toString().replace("-", "");
            run("create database " + name);
            names.add(name);
            return server.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + name)
                    .replaceFirst("currentSchema=[^&]*", "");
        }

        void close() {
            names.forEach(name -> run("drop database " + name + " with (force)"));
            server.close();
        }

        private void run(String statement) {
            try (Connection connection = DriverManager.getConnection(server.url());
                    Statement sql = connection.createStatement()) {
                sql.execute(statement);
            } catch (SQLException e) {
                Assumptions.abort("NOT TESTED: no right to make databases: " + e.getMessage());
            }
        }
    }

    abstract static class WithDatabases extends BackupContract {
        private Databases databases;

        String postgres() {
            databases = databases == null ? new Databases() : databases;
            return databases.add();
        }

        @AfterEach
        void drop() {
            if (databases != null) {
                databases.close();
            }
        }
    }

    @Nested
    class FromPostgresToPostgres extends WithDatabases {
        @Override
        String newDatabase(Path data) {
            return postgres();
        }
    }

    @Nested
    class FromPostgresToH2 extends WithDatabases {
        @Override
        String newDatabase(Path data) {
            return postgres();
        }

        @Override
        String newTarget(Path data) {
            return RecordForTests.address(data);
        }
    }

    @Nested
    class FromH2ToPostgres extends WithDatabases {
        @Override
        String newDatabase(Path data) {
            return RecordForTests.address(data);
        }

        @Override
        String newTarget(Path data) {
            return postgres();
        }
    }
}
