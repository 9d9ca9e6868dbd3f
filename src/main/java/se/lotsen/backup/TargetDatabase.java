package se.lotsen.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import se.lotsen.backup.BackupFault.Reason;

/**
 * Where a backup's tables go. They are made beside those that are there, and take their place in one step: a restore that
 * breaks off leaves the old ones whole.
 */
sealed interface TargetDatabase permits H2Target, PostgresTarget {

    /** @throws BackupFault for another kind of database */
    static TargetDatabase of(Place place) {
        if (place.url().startsWith(H2Target.FILE)) {
            return new H2Target(place);
        }
        if (place.url().startsWith("jdbc:postgresql:")) {
            return new PostgresTarget(place);
        }
        throw new BackupFault(Reason.UNKNOWN_DATABASE);
    }

    /** Whether there is no row that anybody could miss. */
    boolean isEmpty() throws SQLException;

    /** Throws {@link Reason#IN_USE} when a service is running. */
    void refuseWhileInUse() throws SQLException;

    /** An empty place beside; what a restore that broke off has left there is removed. */
    FluentConfiguration emptyBeside() throws SQLException, IOException;

    /** A connection to the place beside. */
    Connection connectBeside() throws SQLException;

    /** A connection to what is there. */
    Connection connect() throws SQLException;

    /** Puts the new tables in the place of the old ones. @param aside a folder for what can be kept of these */
    void swap(Path aside) throws SQLException, IOException;

    /** Whether none of the schema's tables has a row. */
    static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : OwnTables.of(connection, NewTables.known()).names()) {
                try (ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
                    if (row.next()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
