package se.lotsen.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far each side has come in a case: what an agent was shown, and what the citizen's side was given. Both only ever
 * grow, and neither is an event. Everything blocks, as in {@link HandoverStore}.
 */
public class CaseMarks {
    /** Quotes that a person wrote are escaped in the data, so this is the field alone. */
    private static final String WRITTEN_BY = "e.event_type = 'message' and e.data like '%%\"author\":\"%s\"%%'";
    private static final String CITIZENS = WRITTEN_BY.formatted("citizen");
    private static final String AGENTS = WRITTEN_BY.formatted("agent");
    private final JdbcClient database;
    private final Transactions transactions;
    private final DeskSignals desks;

    CaseMarks(JdbcClient database, Transactions transactions, DeskSignals desks) {
        this.database = database;
        this.transactions = transactions;
        this.desks = desks;
    }

    /** The agent was shown the case up to this event; nothing is written when it was before. */
    public void read(ConversationId conversation, String account, long event) {
        if (transactions.run(() -> readTo(conversation, account)) < event) {
            transactions.write(conversation, () -> {
                new EventLog(database).lock(conversation);
                String write = readTo(conversation, account) < 0
                        ? "insert into case_reading (read_to, conversation_id, account) values (:event, :id, :account)"
                        : """
                                update case_reading set read_to = :event
                                where conversation_id = :id and account = :account and read_to < :event""";
                return database.sql(write).param("event", event).param("id", conversation.value())
                        .param("account", account).update();
            });
        }
    }

    /** Below zero for nothing. */
    private long readTo(ConversationId conversation, String account) {
        return database
                .sql("select read_to from case_reading where conversation_id = :id and account = :account")
                .param("id", conversation.value()).param("account", account)
                .query(Long.class).optional().orElse(-1L);
    }

    /** How many of the citizens' messages the agent was not shown yet, of each own case that has any. */
    public Map<ConversationId, Integer> unread(String account) {
        Map<ConversationId, Integer> unread = new HashMap<>();
        transactions.run(() -> database.sql("""
                select c.id, count(*) from conversation c join event e on e.conversation_id = c.id
                left join case_reading r on r.conversation_id = c.id and r.account = :account
                where c.agent = :account and e.id > coalesce(r.read_to, 0) and %s group by c.id"""
                .formatted(CITIZENS))
                .param("account", account)
                .query((row, n) -> unread.put(new ConversationId(row.getObject(1, UUID.class)),
                        row.getInt(2)))
                .list());
        return unread;
    }

    /** The citizen's side was given all events up to this one; written only when an agent's message is among the new ones. */
    public void shown(ConversationId conversation, long event) {
        long message = transactions.run(() -> lastOfAgents(conversation, event));
        if (message > 0 && shownTo(conversation) < message) {
            transactions.write(conversation, () -> shownNow(conversation, message));
        }
    }

    private boolean shownNow(ConversationId conversation, long message) {
        boolean grown = database
                .sql("update conversation set shown_to = :event where id = :id and shown_to < :event")
                .param("event", message).param("id", conversation.value()).update() == 1;
        String queue = grown ? new Standings(database).of(conversation).queue() : null;
        if (queue != null) {
            desks.changed(queue);
        }
        return grown;
    }

    private long lastOfAgents(ConversationId conversation, long upTo) {
        return database.sql("""
                select coalesce(max(e.id), 0) from event e
                where e.conversation_id = :id and e.id <= :upTo and %s""".formatted(AGENTS))
                .param("id", conversation.value()).param("upTo", upTo).query(Long.class).single();
    }

    /** The highest message of an agent that the citizen's side was given; 0 for none. */
    public long shownTo(ConversationId conversation) {
        return transactions.run(() -> database.sql("select shown_to from conversation where id = :id")
                .param("id", conversation.value()).query(Long.class).optional().orElse(0L));
    }
}
