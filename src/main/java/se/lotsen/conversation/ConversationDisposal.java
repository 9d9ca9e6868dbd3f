package se.lotsen.conversation;

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

/**
 * Disposes of conversations (gallring) that nobody has written in for the retention time: whole, with everything that
 * hangs on them, leaving a {@link Tombstone}. One that a citizen waits in, that an agent has, or whose effects are not
 * all carried out is kept until it is ended; an effect that was given up keeps nothing. One with a hold is kept until the
 * hold is lifted. Several processes may do it at the same time.
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
    private final Duration retention;
    private final Clock clock;

    ConversationDisposal(JdbcClient database, TransactionOperations transactions,
            ConversationProperties properties, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.retention = properties.retention();
        this.clock = clock;
    }

    /** Disposes of every conversation that is due and returns how many there were; forgets old sealed tokens, too. */
    public int disposeDue() {
        Instant now = EventLog.storable(clock.instant());
        new Admission(database).forgetSealedTokens(now.minus(SEALED_TOKENS_KEPT));
        Instant untouchedSince = now.minus(retention);
        int disposed = 0;
        List<ConversationId> due;
        do {
            due = due(untouchedSince);
            for (ConversationId conversation : due) {
                disposed += transactions.execute(status -> dispose(conversation, untouchedSince, now));
            }
        } while (due.size() == BATCH);
        if (disposed > 0) {
            log.info("Disposed of {} conversations untouched for {} days", disposed, retention.toDays());
        }
        return disposed;
    }

    /**
     * The citizen wants it gone at once. False, and nothing is disposed of, while a person has it or is awaited, or an
     * effect outside is still to be carried out: somebody there would be left with half a case. Refused while a question is
     * being answered, and for a conversation that is gone already.
     */
    public boolean disposeNow(ConversationId conversation) {
        Instant now = EventLog.storable(clock.instant());
        return Boolean.TRUE.equals(transactions.execute(status -> {
            LogHead head = new EventLog(database).lock(conversation);
            if (head.openQuestion() != 0) {
                throw new ConversationRefusal.QuestionStillOpen(conversation, head.openQuestion());
            }
            return dispose(conversation, now, now) == 1;
        }));
    }

    /** What is left of a disposed conversation; empty for one that is still kept or never was. */
    public Optional<Tombstone> tombstone(ConversationId conversation) {
        return database
                .sql("select started_at, disposed_at, events from tombstone where conversation_id = :id")
                .param("id", conversation.value())
                .query((row, n) -> new Tombstone(conversation, EventLog.instant(row, 1),
                        EventLog.instant(row, 2),
                        row.getLong(3)))
                .optional();
    }

    private List<ConversationId> due(Instant untouchedSince) {
        return database.sql("select id from conversation where %s order by touched_at limit :batch"
                .formatted(DUE))
                .param("since", EventLog.stored(untouchedSince))
                .param("batch", BATCH)
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Looks again under the lock: somebody may have written meanwhile, or another process may have disposed of it. */
    private int dispose(ConversationId conversation, Instant untouchedSince, Instant now) {
        Optional<Tombstone> due = database.sql(
                "select started_at, last_event from conversation where id = :id and %s for update"
                        .formatted(DUE))
                .param("id", conversation.value())
                .param("since", EventLog.stored(untouchedSince))
                .query((row, n) -> new Tombstone(conversation, EventLog.instant(row, 1), now, row.getLong(2)))
                .optional();
        due.ifPresent(this::bury);
        return due.isPresent() ? 1 : 0;
    }

    /** All other tables go with the conversation's row: their foreign keys cascade. */
    private void bury(Tombstone tombstone) {
        database.sql("""
                insert into tombstone (conversation_id, started_at, disposed_at, events)
                values (:id, :started, :disposed, :events)""")
                .param("id", tombstone.conversation().value())
                .param("started", EventLog.stored(tombstone.startedAt()))
                .param("disposed", EventLog.stored(tombstone.disposedAt()))
                .param("events", tombstone.events())
                .update();
        database.sql("delete from conversation where id = :id")
                .param("id", tombstone.conversation().value())
                .update();
    }
}
