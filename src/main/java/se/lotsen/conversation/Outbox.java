package se.lotsen.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is still to be done outside because of something in the record. Effects are written with what caused them and are
 * carried out at least once, those of one conversation and kind in their order; whoever carries them out says what became
 * of it. Kinds do not wait for each other: a mail server that is down holds nobody else up.
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
     * @param triedSince when it was stored, or when an operator asked for it anew
     */
    public record Entry(long id, ConversationId conversation, int number, String kind, String payload,
            Instant createdAt, int attempts, Instant triedSince) {
    }

    /**
     * An effect that is not done, as an operator sees it: without its payload.
     *
     * @param lastError a code of whoever tried; null when nobody has
     * @param deadAt when it was given up; null while it is tried
     */
    public record Undone(long id, ConversationId conversation, String kind, Instant createdAt, int attempts,
            Instant nextAttemptAt, @Nullable String lastError, @Nullable Instant deadAt) {
    }

    /** How many wait for their first attempt, have failed and are tried again, were given up. */
    public record Counts(long waiting, long failing, long dead) {
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

    /**
     * Effects whose time has come, oldest first: at most {@code limit} of each kind, so that one that has piled up leaves
     * room for the others, and of each conversation and kind only the first.
     */
    public List<Entry> due(int limit) {
        return transactions.run(() -> database.sql("""
                select id, conversation_id, number, kind, payload, created_at, attempts, tried_since from (
                    select o.*, coalesce(retried_at, created_at) as tried_since,
                        row_number() over (partition by kind order by id) as place from outbox o
                    where delivered_at is null and dead_at is null and next_attempt_at <= :now
                    and not exists (select 1 from outbox e where e.conversation_id = o.conversation_id
                        and e.kind = o.kind and e.number < o.number
                        and e.delivered_at is null and e.dead_at is null)) due
                where place <= :limit order by id""")
                .param("now", EventLog.stored(now()))
                .param("limit", limit)
                .query((row, n) -> new Entry(row.getLong(1), new ConversationId(row.getObject(2, UUID.class)),
                        row.getInt(3), row.getString(4), row.getString(5), EventLog.instant(row, 6),
                        row.getInt(7), EventLog.instant(row, 8)))
                .list());
    }

    /**
     * Keeps a due entry from other processes until then; false when another has it, or it is done. Whoever takes it and
     * says nothing more has lost it: it is due again afterwards.
     */
    public boolean take(Entry entry, Instant until) {
        return transactions.write(entry.conversation(), () -> database.sql("""
                update outbox set next_attempt_at = :until
                where id = :id and next_attempt_at <= :now and delivered_at is null and dead_at is null""")
                .param("until", EventLog.stored(EventLog.storable(until)))
                .param("now", EventLog.stored(now()))
                .param("id", entry.id())
                .update()) == 1;
    }

    /** It is done. */
    public void delivered(Entry entry) {
        set(entry, "delivered_at = :at, last_error = :error", now(), null);
    }

    /** It has failed, for the reason with this code, and is to be tried again. */
    public void retryAt(Entry entry, Instant at, String error) {
        set(entry, "attempts = attempts + 1, last_error = :error, next_attempt_at = :at",
                EventLog.storable(at), error);
    }

    /** It is given up; the next one of the conversation may go on, and the conversation may be disposed of in its time. */
    public void givenUp(Entry entry, String error) {
        set(entry, "attempts = attempts + 1, last_error = :error, dead_at = :at", now(), error);
    }

    private void set(Entry entry, String what, Instant at, @Nullable String error) {
        transactions.write(entry.conversation(), () -> database
                .sql("update outbox set %s where id = :id and delivered_at is null and dead_at is null"
                        .formatted(what))
                .param("at", EventLog.stored(at))
                .param("error", error)
                .param("id", entry.id())
                .update());
    }

    /** At most {@code limit} that are not done: those given up first, then those that fail, then those that wait. */
    public List<Undone> undone(int limit) {
        return transactions.run(() -> database.sql("""
                select id, conversation_id, kind, created_at, attempts, next_attempt_at, last_error, dead_at
                from outbox where delivered_at is null and written_off_at is null
                order by case when dead_at is not null then 0 when attempts > 0 then 1 else 2 end, id
                limit :limit""")
                .param("limit", limit)
                .query((row, n) -> new Undone(row.getLong(1),
                        new ConversationId(row.getObject(2, UUID.class)), row.getString(3),
                        EventLog.instant(row, 4), row.getInt(5), EventLog.instant(row, 6), row.getString(7),
                        row.getObject(8) == null ? null : EventLog.instant(row, 8)))
                .list());
    }

    /** Of all that are not done. */
    public Counts counts() {
        return transactions.run(() -> database.sql("""
                select coalesce(sum(case when dead_at is null and attempts = 0 then 1 else 0 end), 0),
                    coalesce(sum(case when dead_at is null and attempts > 0 then 1 else 0 end), 0),
                    coalesce(sum(case when dead_at is not null then 1 else 0 end), 0)
                from outbox where delivered_at is null and written_off_at is null""")
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single());
    }

    /** An operator wants another try at once, also of one that was given up; false when there is nothing to try. */
    public boolean tryAgain(long id) {
        return byOperator(id, """
                update outbox set dead_at = null, retried_at = :now, next_attempt_at = :now
                where id = :id and delivered_at is null and written_off_at is null""");
    }

    /** An operator gives it up for good: it is not shown any more. False when it is done, or was written off before. */
    public boolean writeOff(long id) {
        return byOperator(id, """
                update outbox set dead_at = coalesce(dead_at, :now), written_off_at = :now
                where id = :id and delivered_at is null and written_off_at is null""");
    }

    /** Touches the conversation, as everything does that may keep it from being disposed of. */
    private boolean byOperator(long id, String update) {
        Optional<ConversationId> conversation = transactions.run(() -> database
                .sql("select conversation_id from outbox where id = :id").param("id", id)
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class))).optional());
        return conversation.isPresent() && transactions.write(conversation.get(), () -> {
            database.sql("select id from conversation where id = :id for update")
                    .param("id", conversation.get().value()).query().listOfRows();
            return database.sql(update).param("now", EventLog.stored(now())).param("id", id).update() == 1;
        });
    }

    private Instant now() {
        return EventLog.storable(clock.instant());
    }
}
