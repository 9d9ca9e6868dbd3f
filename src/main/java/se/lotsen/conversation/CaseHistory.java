package se.lotsen.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationEvent.StateChanged;

/**
 * What became of handovers, for figures: the log's own state events and how agents summed cases up, without a word of what
 * was said. It keeps no count of its own, so its answers are what the log holds now; a conversation that was disposed of is in
 * none of them. A reading costs one range of the index on events' times: some three rows for each handover. It blocks.
 */
public class CaseHistory {
    private final JdbcClient database;
    private final Transactions transactions;

    CaseHistory(JdbcClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * A conversation has changed hands.
     *
     * @param queue where it waits from then on, or waited before
     */
    public record Move(ConversationId conversation, Instant at, StateChange change, String queue) {
    }

    /** An agent has ended a case, and the municipality's codes for how and why. */
    public record Ended(Instant at, String queue, String wrapUp, String contactReason) {
    }

    /** From the first moment on and before the second; conversation by conversation, each in its order. */
    public List<Move> moves(Instant from, Instant until) {
        return transactions.run(() -> database.sql("""
                select conversation_id, happened_at, data, queue from event
                where event_type = 'state' and happened_at >= :from and happened_at < :until
                    and queue is not null
                order by conversation_id, id""")
                .param("from", EventLog.stored(from)).param("until", EventLog.stored(until))
                .query((row, n) -> new Move(new ConversationId(row.getObject(1, UUID.class)),
                        EventLog.instant(row, 2),
                        ((StateChanged) EventJson.read("state", row.getString(3))).change(),
                        row.getString(4)))
                .list());
    }

    /** As above, by time. */
    public List<Ended> ended(Instant from, Instant until) {
        return transactions.run(() -> database.sql("""
                select e.happened_at, e.queue, w.code, w.contact_reason from event e
                join wrap_up w on w.conversation_id = e.conversation_id and w.number = e.id
                where e.event_type = 'state' and e.happened_at >= :from and e.happened_at < :until
                    and e.queue is not null
                order by e.happened_at, e.conversation_id""")
                .param("from", EventLog.stored(from)).param("until", EventLog.stored(until))
                .query((row, n) -> new Ended(EventLog.instant(row, 1), row.getString(2), row.getString(3),
                        row.getString(4)))
                .list());
    }

    /** By which way the questions came of each conversation that was begun before the second moment and used since the first. */
    public Map<ConversationId, ContactChannel> channels(Instant from, Instant until) {
        return transactions.run(() -> database.sql("""
                select id, channel from conversation where touched_at >= :from and started_at < :until""")
                .param("from", EventLog.stored(from)).param("until", EventLog.stored(until))
                .query((row, n) -> Map.entry(new ConversationId(row.getObject(1, UUID.class)),
                        ContactChannel.valueOf(row.getString(2))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many cases each agent has now, by account; who has none is not there. */
    public Map<String, Integer> caseload() {
        Map<String, Integer> load = new TreeMap<>();
        transactions.run(() -> database.sql("""
                select agent, count(*) from conversation where agent is not null group by agent""")
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2))).list())
                .forEach(entry -> load.put(entry.getKey(), entry.getValue()));
        return load;
    }
}
