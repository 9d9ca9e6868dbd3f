package se.lotsen.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import se.lotsen.backup.BackupFault.Reason;

/** An H2 file: made in a folder beside, then moved. */
final class H2Target implements TargetDatabase {
    static final String FILE = "jdbc:h2:file:";
    /** H2's code for a file that another process has open. */
    private static final int OPEN_ELSEWHERE = 90_020;
    /** A file that another process has open would leave a file with the stack trace beside it. */
    private static final String NO_TRACE = ";TRACE_LEVEL_FILE=0";
    private final Place place;
    private final Path base;
    private final String settings;

    H2Target(Place place) {
        this.place = place;
        int end = place.url().indexOf(';');
        this.base = Path.of(place.url().substring(FILE.length(), end < 0 ? place.url().length() : end))
                .toAbsolutePath().normalize();
        this.settings = end < 0 ? "" : place.url().substring(end);
    }

    static boolean isOpenElsewhere(SQLException fault) {
        return fault.getErrorCode() == OPEN_ELSEWHERE;
    }

    boolean exists() {
        return Files.exists(fileOf(base));
    }

    private static Path fileOf(Path base) {
        return base.resolveSibling(base.getFileName() + ".mv.db");
    }

    private Path beside() {
        return base.resolveSibling("restoring");
    }

    private Connection connect(Path at) throws SQLException {
        return source(at).getConnection();
    }

    private DriverManagerDataSource source(Path at) {
        DriverManagerDataSource source = new DriverManagerDataSource(FILE + at + settings + NO_TRACE);
        if (place.user() != null) {
            source.setUsername(place.user());
        }
        if (place.password() != null) {
            source.setPassword(place.password());
        }
        return source;
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(base);
    }

    @Override
    public boolean isEmpty() throws SQLException {
        if (!exists()) {
            return true;
        }
        try (Connection connection = connect()) {
            return TargetDatabase.isEmpty(connection);
        }
    }

    @Override
    public void refuseWhileInUse() throws SQLException {
        if (!exists()) {
            return;
        }
        try (Connection connection = connect()) {
            connection.isValid(1);
        } catch (SQLException e) {
            if (isOpenElsewhere(e)) {
                throw new BackupFault(e, Reason.IN_USE);
            }
            throw e;
        }
    }

    @Override
    public FluentConfiguration emptyBeside() throws IOException {
        FileSystemUtils.deleteRecursively(beside());
        Files.createDirectories(beside());
        return Flyway.configure().dataSource(source(beside().resolve(base.getFileName())));
    }

    @Override
    public Connection connectBeside() throws SQLException {
        return connect(beside().resolve(base.getFileName()));
    }

    @Override
    public void swap(Path aside) throws IOException {
        if (exists()) {
            Files.createDirectories(aside);
            Files.move(fileOf(base), aside.resolve(fileOf(base).getFileName()));
        }
        Files.move(fileOf(beside().resolve(base.getFileName())), fileOf(base));
        FileSystemUtils.deleteRecursively(beside());
    }
}
