package se.lotsen.conversation;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Keeps the embedded database's file small, and clean of what was disposed of. H2 appends to its file and tidies up only
 * when it is closed; with every commit written at once, as ours must be, an event of 500 bytes leaves some 10 kB behind.
 * So the database is closed and opened again while its users wait, about half a second. (H2 can also compact an open
 * file; that broke the database under load.) PostgreSQL looks after itself: nothing happens there.
 */
final class DatabaseFile {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(DatabaseFile.class);
    private final DataSource database;

    DatabaseFile(DataSource database) {
        this.database = database;
    }

    /** Returns whether the file was compacted; not when transactions ran for too long to wait for. */
    boolean compact() {
        try (Connection last = database.getConnection()) {
            boolean embedded = last.getMetaData().getURL().startsWith("jdbc:h2:file:");
            return embedded && reopen(last, database.unwrap(HikariDataSource.class).getHikariPoolMXBean());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database file cannot be compacted", e);
        }
    }

    private static boolean reopen(Connection last, HikariPoolMXBean pool) throws SQLException {
        pool.suspendPool();
        try {
            if (!othersLeft(pool)) {
                log.warn("The database file was not compacted: transactions ran for more than {}", PATIENCE);
                return false;
            }
            try (Statement statement = last.createStatement()) {
                statement.execute("shutdown");
            }
            return true;
        } finally {
            // Whoever takes the next connection opens the file again.
            pool.resumePool();
        }
    }

    private static boolean othersLeft(HikariPoolMXBean pool) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (pool.getTotalConnections() > 1 && System.nanoTime() < deadline) {
            // Closes idle connections now and marks the others, so that they close when they are given back.
            pool.softEvictConnections();
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        pool.softEvictConnections();
        return pool.getTotalConnections() <= 1;
    }
}
