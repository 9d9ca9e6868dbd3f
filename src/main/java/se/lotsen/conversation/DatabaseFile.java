package se.lotsen.conversation;

import se.lotsen.storage.Undisturbed;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Keeps the embedded database's file small, and clean of what was disposed of. H2 appends to its file and tidies up only
 * when it is closed; with every commit written at once, as ours must be, an event of 500 bytes leaves 10 to 30 kB behind.
 * So the database is closed, copied without the rest and opened again while its users wait. (H2 can also compact an
 * open file; that broke the database under load.) PostgreSQL looks after itself: nothing happens there.
 */
final class DatabaseFile {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(DatabaseFile.class);
    private final DataSource database;
    private final long toleratedWaste;
    private volatile long compactedSize;

    /** @param toleratedWaste how many bytes the file may grow before {@link #compactWhenGrown} does something */
    DatabaseFile(DataSource database, long toleratedWaste) {
        this.database = database;
        this.toleratedWaste = toleratedWaste;
    }

    /** Compacts when the file has grown by more than is tolerated, and fourfold; a load test fills a disk in hours. */
    boolean compactWhenGrown() {
        return withFile(
                (last, file) -> Files.size(file) > toleratedWaste + 4 * compactedSize && compact(last, file));
    }

    /** Returns whether the file was compacted; not when transactions ran for too long to wait for. */
    boolean compact() {
        return withFile(this::compact);
    }

    /** Undisturbed, as an interrupted copy would be a closed database. */
    private boolean withFile(Work work) {
        return Undisturbed.run(() -> doWithFile(work));
    }

    private boolean doWithFile(Work work) {
        try (Connection connection = database.getConnection()) {
            Optional<Path> file = file(connection);
            return file.isPresent() && work.on(connection, file.get());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database file cannot be compacted", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> file(Connection connection) throws SQLException {
        if (!connection.getMetaData().getURL().startsWith("jdbc:h2:file:")) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet path = statement.executeQuery("call database_path()")) {
            path.next();
            return Optional.of(Path.of(path.getString(1) + ".mv.db"));
        }
    }

    private boolean compact(Connection last, Path file) throws SQLException, IOException {
        HikariPoolMXBean pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        pool.suspendPool();
        try {
            if (!isLast(pool)) {
                log.warn("The database file was not compacted: transactions ran for more than {}", PATIENCE);
                return false;
            }
            try (Statement statement = last.createStatement()) {
                statement.execute("shutdown compact");
            }
            compactedSize = Files.size(file);
            return true;
        } finally {
            // Whoever takes the next connection opens the file again.
            pool.resumePool();
        }
    }

    private static boolean isLast(HikariPoolMXBean pool) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            // Closes idle connections now and marks the others, so that they close when they are given back.
            pool.softEvictConnections();
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        } while (pool.getTotalConnections() > 1 && System.nanoTime() < deadline);
        return pool.getTotalConnections() == 1;
    }

    private interface Work {
        boolean on(Connection last, Path file) throws SQLException, IOException;
    }
}
