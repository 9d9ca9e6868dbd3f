package se.lotsen.storage;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notices by PostgreSQL's {@code pg_notify}, which is part of the transaction. This process hears its own ones without the
 * detour, and goes on hearing them while the line is down.
 */
final class PostgresNotices implements Notices {
    /** One for each schema, as a database may hold several; a name has at most 63 bytes. */
    static final String CHANNEL = "left('lotsen_' || current_schema(), 60)";
    private final JdbcClient database;
    private final PostgresLine line;
    private final LocalNotices local;

    PostgresNotices(JdbcClient database, PostgresLine line) {
        this.database = database;
        this.line = line;
        this.local = line.listeners();
    }

    @Override
    public void tell(String topic, String key) {
        local.tell(topic, key);
        database.sql("select pg_notify(" + CHANNEL + ", :payload)")
                .param("payload", line.own() + " " + topic + " " + key)
                .query((row, n) -> n).list();
    }

    @Override
    public void listen(String topic, Listener listener) {
        local.listen(topic, listener);
    }

    @Override
    public boolean isConnected() {
        return line.isConnected();
    }
}
