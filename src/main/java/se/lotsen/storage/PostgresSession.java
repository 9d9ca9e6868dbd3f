package se.lotsen.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What a {@link PostgresLine} says to the server while its connection lasts; one thread at a time. */
final class PostgresSession {
    /** The first number says that it is ours, the second whose: a database may hold several schemas. */
    private static final String LEAD = "select pg_try_advisory_lock(1819243123, hashtext(current_schema()))";
    private static final String LIVE = """
            insert into replica (id, started_at, seen_at) values (?, current_timestamp, current_timestamp)
            on conflict (id) do update set seen_at = current_timestamp""";
    private final Connection connection;
    private final UUID own;

    PostgresSession(Connection connection, UUID own) {
        this.connection = connection;
        this.own = own;
    }

    void prepare() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            // A machine that is gone, or a process that stands still, must lose its lead: it says nothing any more.
            sql.execute("set tcp_keepalives_idle = 2");
            sql.execute("set tcp_keepalives_interval = 1");
            sql.execute("set tcp_keepalives_count = 3");
            sql.execute("set idle_session_timeout = "
                    + PostgresLine.BEAT.multipliedBy(Replicas.SILENCE_SECONDS).toMillis());
            try (ResultSet channel = sql
                    .executeQuery("select quote_ident(" + PostgresNotices.CHANNEL + ")")) {
                channel.next();
                String name = channel.getString(1);
                sql.execute("listen " + name);
            }
        }
    }

    /** This process lives. */
    void live() throws SQLException {
        update(LIVE);
    }

    /** This process will not live any more. */
    void leave() throws SQLException {
        update("delete from replica where id = ?");
    }

    private void update(String statement) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            sql.setObject(1, own);
            sql.executeUpdate();
        }
    }

    /** Whether this process leads from now on, for as long as the connection lasts. */
    boolean lead() throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet lock = sql.executeQuery(LEAD)) {
            lock.next();
            return lock.getBoolean(1);
        }
    }

    /** Each start leaves a row; those of yesterday say nothing to anybody. */
    void sweep() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("delete from replica where seen_at < current_timestamp - interval '1' day");
        }
    }

    /** What was told, waiting so many milliseconds for it. */
    List<String> notices(int wait) throws SQLException {
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(wait);
        return heard == null ? List.of() : Stream.of(heard).map(PGNotification::getParameter).toList();
    }
}
