package se.lotsen.conduct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationId;

/** The tables of threats and of lifted holds. Writing needs the conversation's lock. */
final class ThreatTable {
    private static final String ALL = """
            select id, conversation_id, origin, rule, raised_by, raised_at, seen_at, released_at from threat_alert\s""";
    private final JdbcClient database;

    ThreatTable(JdbcClient database) {
        this.database = database;
    }

    /** @param event the one that was written; 0 for an agent's mark */
    void add(ConversationId conversation, Origin origin, long event, String rule, String by, Instant at) {
        database.sql("""
                insert into threat_alert (conversation_id, origin, event_id, rule, raised_by, raised_at)
                values (:conversation, :origin, :event, :rule, :by, :at)""")
                .param("conversation", conversation.value()).param("origin", origin.name())
                .param("event", event)
                .param("rule", rule).param("by", by).param("at", stored(at)).update();
    }

    boolean isKnown(ConversationId conversation, long event) {
        return database
                .sql("select count(*) from threat_alert where conversation_id = :id and event_id = :event")
                .param("id", conversation.value()).param("event", event).query(Long.class).single() > 0;
    }

    List<ThreatAlert> of(ConversationId conversation) {
        return database.sql(ALL + "where conversation_id = :id order by id").param("id", conversation.value())
                .query(ThreatTable::alert).list();
    }

    /** The latest first. */
    List<ThreatAlert> unseen(int limit) {
        return database.sql(ALL + "where seen_at is null order by id desc fetch first :limit rows only")
                .param("limit", limit).query(ThreatTable::alert).list();
    }

    void see(ConversationId conversation, String by, Instant at) {
        mark("seen", conversation, by, at);
    }

    /** How many were lifted. */
    int release(ConversationId conversation, String by, Instant at) {
        return mark("released", conversation, by, at);
    }

    private int mark(String what, ConversationId conversation, String by, Instant at) {
        return database.sql(
                "update threat_alert set %s_at = :at, %s_by = :by where conversation_id = :id and %s_at is null"
                        .formatted(what, what, what))
                .param("at", stored(at)).param("by", by).param("id", conversation.value()).update();
    }

    void log(ConversationId conversation, String reason, String by, Instant at) {
        database.sql("""
                insert into hold_release (conversation_id, reason, released_by, released_at)
                values (:id, :reason, :by, :at)""").param("id", conversation.value()).param("reason", reason)
                .param("by", by).param("at", stored(at)).update();
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static ThreatAlert alert(ResultSet row, int n) throws SQLException {
        return new ThreatAlert(row.getLong(1), new ConversationId(row.getObject(2, UUID.class)),
                Origin.valueOf(row.getString(3)), row.getString(4), row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(), moment(row, 7), moment(row, 8));
    }
}
