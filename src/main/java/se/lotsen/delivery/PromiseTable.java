package se.lotsen.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationId;

/** The table of promises. Writing needs the conversation held. */
final class PromiseTable {
    private static final String SELECT = """
            select id, conversation_id, kind, receipt, queue, language, slot_from, due_at, made_at, wish, kept_at,
                alarmed_at from promise""";
    private final JdbcClient database;

    PromiseTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Promise> find(UUID id) {
        return database.sql(SELECT + " where id = :id").param("id", id).query(PromiseTable::row).optional();
    }

    List<Promise> of(ConversationId conversation) {
        return database.sql(SELECT + " where conversation_id = :conversation order by made_at, receipt")
                .param("conversation", conversation.value()).query(PromiseTable::row).list();
    }

    /** Not kept and due until then, soonest first; an empty set means all queues. */
    List<Promise> unkept(Set<String> queues, Instant until, int limit) {
        String some = queues.isEmpty() ? "" : " and queue in (:queues)";
        JdbcClient.StatementSpec query = database.sql(SELECT + " where kept_at is null and due_at <= :until"
                + some + " order by due_at, receipt limit :limit");
        return (queues.isEmpty() ? query : query.param("queues", queues))
                .param("until", stored(until)).param("limit", limit).query(PromiseTable::row).list();
    }

    /** As above, those of whom nobody was reminded. */
    List<Promise> notAlarmed(Instant until, int limit) {
        return database.sql(SELECT + """
                 where kept_at is null and alarmed_at is null and due_at <= :until
                order by due_at, receipt limit :limit""")
                .param("until", stored(until)).param("limit", limit).query(PromiseTable::row).list();
    }

    /** Calls of the slot that are still to be made. */
    long load(Slot slot) {
        return database.sql("""
                select count(*) from promise where queue = :queue and kind = :kind and kept_at is null
                and due_at > :from and due_at <= :due""")
                .param("queue", slot.queue()).param("kind", slot.kind().name())
                .param("from", stored(slot.from())).param("due", stored(slot.due()))
                .query(Long.class).single();
    }

    /** Whoever holds the year's row counts slots and takes numbers alone; the others wait for the commit. */
    void holdYear(int year) {
        database.sql(
                "insert into receipt_number (receipt_year, last_number) values (:year, 0) on conflict do nothing")
                .param("year", year).update();
        database.sql("select last_number from receipt_number where receipt_year = :year for update")
                .param("year", year).query(Integer.class).single();
    }

    /** The year's next number; its row must be held. */
    int nextNumber(int year) {
        database.sql("update receipt_number set last_number = last_number + 1 where receipt_year = :year")
                .param("year", year).update();
        return database.sql("select last_number from receipt_number where receipt_year = :year")
                .param("year", year).query(Integer.class).single();
    }

    void insert(Promise promise) {
        database.sql(
                """
                        insert into promise (id, conversation_id, kind, receipt, queue, language, slot_from, due_at, made_at,
                            wish)
                        values (:id, :conversation, :kind, :receipt, :queue, :language, :from, :due, :made, :wish)""")
                .param("id", promise.id())
                .param("conversation", promise.conversation().value())
                .param("kind", promise.kind().name())
                .param("receipt", promise.receipt())
                .param("queue", promise.queue())
                .param("language", promise.language())
                .param("from", stored(promise.from()))
                .param("due", stored(promise.dueAt()))
                .param("made", stored(promise.madeAt()))
                .param("wish", promise.wish())
                .update();
    }

    /** False when it was kept before. */
    boolean keep(UUID id, String account, Instant at) {
        return database
                .sql("update promise set kept_at = :at, kept_by = :by where id = :id and kept_at is null")
                .param("at", stored(at)).param("by", account).param("id", id).update() == 1;
    }

    /** False when somebody was reminded before, or it is kept. */
    boolean alarm(UUID id, Instant at) {
        return database
                .sql("""
                        update promise set alarmed_at = :at where id = :id and alarmed_at is null and kept_at is null""")
                .param("at", stored(at)).param("id", id).update() == 1;
    }

    static OffsetDateTime stored(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Promise row(ResultSet row, int n) throws SQLException {
        return new Promise(row.getObject("id", UUID.class),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                PromiseKind.valueOf(row.getString("kind")), row.getString("receipt"), row.getString("queue"),
                row.getString("language"), instant(row, "slot_from"), instant(row, "due_at"),
                instant(row, "made_at"), row.getString("wish"), instantOrNull(row, "kept_at"),
                instantOrNull(row, "alarmed_at"));
    }
}
