package se.lotsen.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import se.lotsen.backup.BackupFault.Reason;
import se.lotsen.backup.Manifest.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty schema from a backup: brings it to the version that the backup had, puts the rows in, and goes on to the
 * present version, as an update of the service would have.
 */
final class NewTables {
    private static final String MIGRATIONS = "classpath:db/migration";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROWS_AT_ONCE = 500;
    private final FluentConfiguration flyway;
    private final Progress progress;

    /** @param flyway bound to the empty schema */
    NewTables(FluentConfiguration flyway, Progress progress) {
        this.flyway = flyway.locations(MIGRATIONS);
        this.progress = progress;
    }

    /** The newest version that this Lotsen knows. */
    static MigrationVersion newest(Flyway flyway) {
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (var migration : flyway.info().all()) {
            if (migration.getVersion() != null && migration.getVersion().compareTo(newest) > 0) {
                newest = migration.getVersion();
            }
        }
        return newest;
    }

    /** The names of all tables that this Lotsen has. */
    static Set<String> known() {
        return Known.TABLES;
    }

    /** Found once, by making them in memory. */
    private static final class Known {
        private static final Set<String> TABLES = made();

        private static Set<String> made() {
            String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
            try (Connection kept = DriverManager.getConnection(url)) {
                Flyway.configure().dataSource(url, null, null).locations(MIGRATIONS).load().migrate();
                return OwnTables.of(kept).names();
            } catch (SQLException e) {
                throw new IllegalStateException("H2 in memory can be described", e);
            }
        }
    }

    /** From an empty schema to the present version with the backup's rows; committed. */
    void fill(BackupFile backup, Connection connection) throws SQLException, IOException {
        MigrationVersion schema = MigrationVersion.fromVersion(backup.manifest().schema());
        if (schema.compareTo(newest(flyway.target(MigrationVersion.LATEST).load())) > 0) {
            throw new BackupFault(Reason.NEWER, backup.source(), backup.manifest().product());
        }
        flyway.target(schema).load().migrate();
        connection.setAutoCommit(false);
        OwnTables own = OwnTables.of(connection);
        Set<String> saved = backup.manifest().tables().stream().map(Table::name).collect(Collectors.toSet());
        if (!own.lasting().equals(saved)) {
            throw new BackupFault(Reason.BROKEN, backup.source(), Manifest.ENTRY);
        }
        empty(own, connection);
        for (String name : own.names()) {
            for (Table table : backup.manifest().tables()) {
                if (table.name().equals(name)) {
                    insert(backup, table, own.columns().getOrDefault(name, List.of()), connection);
                }
            }
        }
        connection.commit();
        flyway.target(MigrationVersion.LATEST).load().migrate();
    }

    /** What migrations have put in is in the backup, as far as it was still there. */
    private static void empty(OwnTables own, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : new ArrayList<>(own.names()).reversed()) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }

    private void insert(BackupFile backup, Table table, List<Column> columns, Connection connection)
            throws SQLException, IOException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        long rows = 0;
        try (BufferedReader lines = backup.lines(table);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into " + table.name() + " (" + names + ") values (" + values + ")")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = JSON.readTree(line);
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).bind(insert, i + 1, row.path(columns.get(i).name()));
                }
                insert.addBatch();
                if (++rows % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        if (rows != table.rows()) {
            throw new BackupFault(Reason.BROKEN, backup.source(), table.entry());
        }
        for (Column column : columns) {
            if (column.counted()) {
                countOn(table.name(), column.name(), connection);
            }
        }
        progress.done(table.name(), rows);
    }

    private static void countOn(String table, String column, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long next;
            try (ResultSet highest = statement
                    .executeQuery("select coalesce(max(" + column + "), 0) + 1 from " + table)) {
                highest.next();
                next = highest.getLong(1);
            }
            statement.execute("alter table " + table + " alter column " + column + " restart with " + next);
        }
    }
}
