package se.lotsen.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is still to be done outside because of something in the record. Effects are written with what caused them and are
 * carried out at least once, those of one conversation in their order; whoever carries them out says what became of it.
 */
public class Outbox {
    private final JdbcClient database;
    private final Transactions transactions;
    private final Clock clock;

    Outbox(JdbcClient database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An effect to be carried out.
     *
     * @param id names it to the receiver, who must ignore a repeat
     * @param number its place among the conversation's effects, from 1
     * @param attempts how often it has failed
     */
    public record Entry(long id, ConversationId conversation, int number, String kind, String payload,
            Instant createdAt, int attempts) {
    }

    /** Needs the conversation's lock, and a touch of the conversation in the same transaction. */
    static void add(JdbcClient database, ConversationId conversation, HandoverEffects.Effect effect,
            Instant at) {
        database.sql("""
                insert into outbox (conversation_id, number, kind, payload, created_at, next_attempt_at)
                values (:conversation, (select coalesce(max(number), 0) + 1 from outbox
                    where conversation_id = :conversation), :kind, :payload, :at, :at)""")
                .param("conversation", conversation.value())
                .param("kind", effect.kind())
                .param("payload", effect.payload())
                .param("at", EventLog.stored(at))
                .update();
    }

    /** At most {@code limit} effects whose time has come, oldest first; of each conversation only the first. */
    public List<Entry> due(int limit) {
        return transactions.run(() -> database.sql("""
                select id, conversation_id, number, kind, payload, created_at, attempts from outbox o
                where delivered_at is null and dead_at is null and next_attempt_at <= :now
                and not exists (select 1 from outbox e where e.conversation_id = o.conversation_id
                    and e.number < o.number and e.delivered_at is null and e.dead_at is null)
                order by id limit :limit""")
                .param("now", EventLog.stored(now()))
                .param("limit", limit)
                .query((row, n) -> new Entry(row.getLong(1), new ConversationId(row.getObject(2, UUID.class)),
                        row.getInt(3), row.getString(4), row.getString(5), EventLog.instant(row, 6),
                        row.getInt(7)))
                .list());
    }

    /** It is done. */
    public void delivered(Entry entry) {
        set(entry, "delivered_at = :at", now());
    }

    /** It has failed and is to be tried again. */
    public void retryAt(Entry entry, Instant at) {
        set(entry, "attempts = attempts + 1, next_attempt_at = :at", EventLog.storable(at));
    }

    /** It is given up; the next one of the conversation may go on, and the conversation may be disposed of in its time. */
    public void givenUp(Entry entry) {
        set(entry, "attempts = attempts + 1, dead_at = :at", now());
    }

    private void set(Entry entry, String what, Instant at) {
        transactions.write(entry.conversation(), () -> database
                .sql("update outbox set %s where id = :id and delivered_at is null and dead_at is null"
                        .formatted(what))
                .param("at", EventLog.stored(at))
                .param("id", entry.id())
                .update());
    }

    private Instant now() {
        return EventLog.storable(clock.instant());
    }
}
