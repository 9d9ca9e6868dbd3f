package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import se.lotsen.conversation.DisposalLog.Cause;
import se.lotsen.conversation.DisposalLog.Round;

/**
 * Disposes of conversations (gallring) that nobody has written in for the time of their class: whole, with everything that
 * hangs on them, leaving a {@link Tombstone} and a count in the {@link DisposalLog}. One that a citizen waits in, that an
 * agent has, or whose effects are not all carried out is kept until it is ended; an effect that was given up keeps nothing.
 * One with a hold is kept until the hold is lifted, whoever wants it gone. Several processes may do it at the same time.
 */
public class ConversationDisposal {
    /** How long a repeated start returns the same token; long enough for any honest retry. */
    static final Duration SEALED_TOKENS_KEPT = Duration.ofHours(24);
    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(ConversationDisposal.class);

    /** Whatever is added to the outbox, and every hold, also touches the conversation, so that nothing new is missed under the lock. */
    private static final String DUE = """
            touched_at <= :since and state not in ('WAITING', 'WITH_AGENT')
            and not exists (select 1 from outbox o where o.conversation_id = conversation.id
                and o.delivered_at is null and o.dead_at is null)
            and not exists (select 1 from retention_hold h where h.conversation_id = conversation.id)""";

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final RetentionRules rules;
    private final DisposalLog done;
    private final Clock clock;

    ConversationDisposal(JdbcClient database, TransactionOperations transactions, RetentionRules rules,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.rules = rules;
        this.done = new DisposalLog(database, new Transactions(transactions));
        this.clock = clock;
    }

    /** Disposes of every conversation that is due and returns how many there were; forgets old sealed tokens, too. */
    public int disposeDue() {
        return disposeDue(Round.of(Cause.PERIOD));
    }

    /** As above, as a part of a round that disposes of other records, too. */
    public int disposeDue(Round round) {
        Instant now = now();
        new Admission(database).forgetSealedTokens(now.minus(SEALED_TOKENS_KEPT));
        int disposed = 0;
        for (ConversationClass kind : ConversationClass.values()) {
            disposed += disposeDue(kind, round, now);
        }
        return disposed;
    }

    private int disposeDue(ConversationClass kind, Round round, Instant now) {
        Duration period = rules.of(kind).period();
        Instant untouchedSince = now.minus(period);
        String due = DUE + " and " + kind.condition();
        int disposed = 0;
        List<ConversationId> batch;
        do {
            batch = due(due, untouchedSince);
            for (ConversationId conversation : batch) {
                disposed += transactions
                        .execute(status -> dispose(conversation, due, untouchedSince, round, now));
            }
        } while (batch.size() == BATCH);
        if (disposed > 0) {
            log.info("Disposed of {} records of class {} untouched for {} days", disposed, kind,
                    period.toDays());
        }
        return disposed;
    }

    /**
     * The citizen wants it gone at once. False, and nothing is disposed of, while a person has it or is awaited, it has a
     * hold, or an effect outside is still to be carried out: somebody there would be left with half a case. Refused while
     * a question is being answered, and for a conversation that is gone already.
     */
    public boolean disposeNow(ConversationId conversation) {
        return disposeNow(conversation, Round.of(Cause.CITIZEN));
    }

    /** As above, for whoever the round says. */
    public boolean disposeNow(ConversationId conversation, Round round) {
        Instant now = now();
        return Boolean.TRUE.equals(transactions.execute(status -> {
            refuseOpen(conversation);
            return dispose(conversation, DUE, now, round, now) == 1;
        }));
    }

    /**
     * The citizen gives it up: nobody can open it from outside any more, and the record keeps it until its time is over.
     * False and refused as for {@link #disposeNow}.
     */
    public boolean close(ConversationId conversation) {
        Instant now = now();
        return Boolean.TRUE.equals(transactions.execute(status -> {
            refuseOpen(conversation);
            database.sql("delete from conversation_start where conversation_id = :id")
                    .param("id", conversation.value()).update();
            return database.sql("update conversation set token_hash = null where id = :id and %s"
                    .formatted(DUE))
                    .param("id", conversation.value())
                    .param("since", EventLog.stored(now))
                    .update() == 1;
        }));
    }

    private void refuseOpen(ConversationId conversation) {
        LogHead head = new EventLog(database).lock(conversation);
        if (head.openQuestion() != 0) {
            throw new ConversationRefusal.QuestionStillOpen(conversation, head.openQuestion());
        }
    }

    /** What is left of a disposed conversation; empty for one that is still kept or never was. */
    public Optional<Tombstone> tombstone(ConversationId conversation) {
        return tombstone(database, conversation);
    }

    static Optional<Tombstone> tombstone(JdbcClient database, ConversationId conversation) {
        return database
                .sql("""
                        select conversation_id, started_at, disposed_at, events, record_class, decision, cause, digest
                        from tombstone where conversation_id = :id""")
                .param("id", conversation.value())
                .query(ConversationDisposal::tombstone)
                .optional();
    }

    private static Tombstone tombstone(ResultSet row, int n) throws SQLException {
        String kind = row.getString(5);
        return new Tombstone(new ConversationId(row.getObject(1, UUID.class)), EventLog.instant(row, 2),
                EventLog.instant(row, 3), row.getLong(4),
                kind.isEmpty() ? null : ConversationClass.valueOf(kind), row.getString(6),
                Cause.valueOf(row.getString(7)), row.getString(8));
    }

    private List<ConversationId> due(String condition, Instant untouchedSince) {
        return database.sql("select id from conversation where %s order by touched_at limit :batch"
                .formatted(condition))
                .param("since", EventLog.stored(untouchedSince))
                .param("batch", BATCH)
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Looks again under the lock: somebody may have written meanwhile, or another process may have disposed of it. */
    private int dispose(ConversationId conversation, String condition, Instant untouchedSince, Round round,
            Instant now) {
        Optional<Kept> due = database.sql("""
                select started_at, last_event, %s from conversation where id = :id and %s for update"""
                .formatted(ConversationClass.HAS_PERSON, condition))
                .param("id", conversation.value())
                .param("since", EventLog.stored(untouchedSince))
                .query((row, n) -> new Kept(EventLog.instant(row, 1), row.getLong(2), row.getBoolean(3)
                        ? ConversationClass.HANDED_OVER_CONVERSATION
                        : ConversationClass.ASSISTANT_CONVERSATION))
                .optional();
        due.ifPresent(kept -> {
            bury(conversation, kept, round.cause(), now);
            done.count(round, kept.kind().name(), rules.of(kept.kind()).decision(), 1, now);
        });
        return due.isPresent() ? 1 : 0;
    }

    private record Kept(Instant startedAt, long events, ConversationClass kind) {
    }

    /** All other tables go with the conversation's row: their foreign keys cascade. */
    private void bury(ConversationId conversation, Kept kept, Cause cause, Instant now) {
        database.sql(
                """
                        insert into tombstone (conversation_id, started_at, disposed_at, events, record_class, decision,
                            cause, digest)
                        values (:id, :started, :disposed, :events, :class, :decision, :cause, :digest)""")
                .param("id", conversation.value())
                .param("started", EventLog.stored(kept.startedAt()))
                .param("disposed", EventLog.stored(now))
                .param("events", kept.events())
                .param("class", kept.kind().name())
                .param("decision", rules.of(kept.kind()).decision())
                .param("cause", cause.name())
                .param("digest", ContentDigest.of(conversation.value(),
                        ContentDigest.lines(database, conversation)))
                .update();
        database.sql("delete from conversation where id = :id").param("id", conversation.value()).update();
    }

    private Instant now() {
        return EventLog.storable(clock.instant());
    }
}
