package se.lotsen.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.lotsen.backup.BackupFault.Reason;

/** A schema of PostgreSQL: the tables are made in another schema, and change schemas in one transaction. */
final class PostgresTarget implements TargetDatabase {
    private static final String BESIDE = "lotsen_restoring";
    private final DriverManagerDataSource source;

    PostgresTarget(Place place) {
        this.source = new DriverManagerDataSource(place.url());
        if (place.user() != null) {
            source.setUsername(place.user());
        }
        if (place.password() != null) {
            source.setPassword(place.password());
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    @Override
    public boolean isEmpty() throws SQLException {
        try (Connection connection = connect()) {
            return TargetDatabase.isEmpty(connection);
        }
    }

    /** Other programs may look at the database; a pool of a Java program is taken for a service. */
    @Override
    public void refuseWhileInUse() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet others = statement.executeQuery("""
                        select count(*) from pg_stat_activity where datname = current_database()
                        and pid <> pg_backend_pid() and backend_type = 'client backend'
                        and application_name ilike any (array['PostgreSQL JDBC Driver%', 'lotsen%'])""")) {
            others.next();
            if (others.getInt(1) > 0) {
                throw new BackupFault(Reason.IN_USE);
            }
        }
    }

    @Override
    public FluentConfiguration emptyBeside() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + BESIDE + " cascade");
            statement.execute("create schema " + BESIDE);
        }
        return Flyway.configure().dataSource(source).schemas(BESIDE).defaultSchema(BESIDE);
    }

    @Override
    public Connection connectBeside() throws SQLException {
        Connection connection = connect();
        connection.setSchema(BESIDE);
        return connection;
    }

    @Override
    public void swap(Path aside) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            String schema = "\"" + connection.getSchema() + "\".";
            List<String> tables = new ArrayList<>(List.of(OwnTables.HISTORY));
            try (Connection beside = connectBeside()) {
                tables.addAll(OwnTables.of(beside).names());
            }
            connection.setAutoCommit(false);
            statement.execute("set local lock_timeout = '20s'");
            for (String table : tables) {
                statement.execute("drop table if exists " + schema + table + " cascade");
                statement.execute("alter table " + BESIDE + "." + table + " set schema "
                        + schema.substring(0, schema.length() - 1));
            }
            statement.execute("drop schema " + BESIDE);
            connection.commit();
        }
    }
}
