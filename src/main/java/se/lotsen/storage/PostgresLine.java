package se.lotsen.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one connection of this process that is not in the pool: it hears notices, says every second that the process lives,
 * and holds the lock of the one that leads, which is therefore lost with it. A connection that breaks is made again with
 * growing pauses; then everybody looks, as anything may have been told meanwhile. It needs a session of its own: a pooler
 * in between that hands sessions around, such as PgBouncer in transaction mode, cannot carry it.
 */
final class PostgresLine implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PostgresLine.class);
    /** What the server calls the connection, with the replica's id behind it. */
    static final String NAME = "lotsen line ";
    static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** Whoever could not say that it lives for so long does not lead any more, whatever it believes. */
    private static final Duration LEADS_FOR = Duration.ofSeconds(Replicas.SILENCE_SECONDS);
    private final String url;
    private final Properties access;
    private final LocalNotices listeners = new LocalNotices();
    private final UUID own = UUID.randomUUID();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile boolean running;
    private volatile boolean connected;
    private volatile boolean leading;
    private volatile long livedAt;
    private volatile @Nullable Thread thread;

    PostgresLine(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.access = access(user, password);
        this.access.setProperty("ApplicationName", NAME + own);
    }

    private static Properties access(@Nullable String user, @Nullable String password) {
        Properties access = new Properties();
        if (user != null) {
            access.setProperty("user", user);
        }
        if (password != null) {
            access.setProperty("password", password);
        }
        access.setProperty("connectTimeout", "5");
        access.setProperty("socketTimeout", "5");
        access.setProperty("tcpKeepAlive", "true");
        return access;
    }

    UUID own() {
        return own;
    }

    /** Who hears what comes over it. */
    LocalNotices listeners() {
        return listeners;
    }

    boolean leads() {
        return leading && System.nanoTime() - livedAt < LEADS_FOR.toNanos();
    }

    boolean isConnected() {
        return connected && System.nanoTime() - livedAt < LEADS_FOR.toNanos();
    }

    /** Returns when it is known who leads, or after a few seconds: what asks right after the start gets a true answer. */
    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("line").start(this::keep);
        try {
            if (!begun.await(5, TimeUnit.SECONDS)) {
                log.warn("Notices of other processes are not heard yet: the database does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Leaves at once what others wait for: the lead, and what this process was doing. */
    @Override
    public void stop() {
        running = false;
        Thread last = thread;
        if (last != null) {
            try {
                last.join(Duration.ofSeconds(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Before anything that is served, and after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (running) {
            long since = System.nanoTime();
            try (Connection connection = DriverManager.getConnection(url, access)) {
                serve(connection);
            } catch (SQLException e) {
                if (running) {
                    log.warn("The line to the database is down ({}); it is made again", e.getSQLState());
                }
            } catch (RuntimeException e) {
                log.error("The line to the database ended by a fault; it is made again", e);
            } finally {
                connected = false;
                leading = false;
            }
            boolean lasted = System.nanoTime() - since > LONGEST_PAUSE.toNanos();
            pause = lasted ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
            rest(pause);
        }
    }

    private void serve(Connection connection) throws SQLException {
        PostgresSession session = new PostgresSession(connection, own);
        session.prepare();
        boolean known = false;
        long next = System.nanoTime();
        while (running) {
            if (System.nanoTime() >= next) {
                next = System.nanoTime() + BEAT.toNanos();
                beat(session);
            }
            if (!known) {
                known = true;
                connected = true;
                log.info("Notices of other processes are heard as replica {}", own);
                listeners.lookAll();
                begun.countDown();
            }
            int wait = (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime()));
            session.notices(wait).forEach(this::pass);
        }
        session.leave();
    }

    private void beat(PostgresSession session) throws SQLException {
        session.live();
        if (!leading && session.lead()) {
            leading = true;
            log.info("Replica {} leads", own);
            session.sweep();
        }
        livedAt = System.nanoTime();
    }

    private void pass(String payload) {
        String[] parts = payload.split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(own.toString())) {
            listeners.pass(parts[1], parts[2]);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
