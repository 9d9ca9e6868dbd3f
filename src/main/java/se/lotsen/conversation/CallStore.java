package se.lotsen.conversation;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;

/**
 * The part of the record for calls: {@link ContactChannel#PHONE} conversations, which an agent begins and ends. In between
 * questions are asked and answered as in any other ({@link ConversationStore}). A call has no token, so that no citizen's
 * door opens it. Every method blocks.
 */
public class CallStore {
    private static final String CALL = "id, call_agent, call_agent_name, started_at, state";
    private final JdbcClient database;
    private final Transactions transactions;
    private final CaseWriter cases;
    private final Clock clock;
    private final WrapUps wrapUps;

    CallStore(JdbcClient database, Transactions transactions, CaseWriter cases, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.cases = cases;
        this.clock = clock;
        this.wrapUps = new WrapUps(database);
    }

    /** Begins a call; a repeat by the same agent under the same key gives the same one. */
    public Call start(IdempotencyKey key, Agent agent) {
        ConversationId conversation = new ConversationId(UUID.nameUUIDFromBytes(
                ("call\n" + key.value() + "\n" + agent.account()).getBytes(StandardCharsets.UTF_8)));
        Optional<Call> earlier = call(conversation);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return transactions.run(() -> insert(conversation, agent));
        } catch (DuplicateKeyException e) {
            // A repeat that ran at the same time was faster.
            return call(conversation).orElseThrow(() -> e);
        }
    }

    private Call insert(ConversationId conversation, Agent agent) {
        Call call = new Call(conversation, agent, EventLog.storable(clock.instant()),
                ConversationState.WITH_ASSISTANT);
        database.sql(
                """
                        insert into conversation (id, started_at, touched_at, last_event, questions, channel, call_agent,
                            call_agent_name)
                        values (:id, :now, :now, 0, 0, :channel, :agent, :name)""")
                .param("id", conversation.value())
                .param("now", EventLog.stored(call.startedAt()))
                .param("channel", ContactChannel.PHONE.name())
                .param("agent", agent.account())
                .param("name", agent.name())
                .update();
        return call;
    }

    /** The call; empty for what is no call, is disposed of, or never was. */
    public Optional<Call> call(ConversationId conversation) {
        return transactions.run(() -> find(conversation));
    }

    /** The calls that an agent has not ended yet, the latest first. */
    public List<Call> openCallsOf(String account) {
        return transactions.run(() -> database.sql("""
                select %s from conversation where call_agent = :agent and state = 'WITH_ASSISTANT'
                order by started_at desc, id""".formatted(CALL))
                .param("agent", account)
                .query(CallStore::call)
                .list());
    }

    /**
     * The agent ends the call and sums it up for statistics. Refused for everybody else, for what is no call, while a
     * question is being answered, and for a call that is ended.
     *
     * @param wrapUpCode what it ended in, and {@code contactReason} why the citizen called; the municipality's codes
     */
    public StoredEvent end(ConversationId conversation, IdempotencyKey key, Agent agent, String wrapUpCode,
            String contactReason) {
        String request = "end\n" + agent.account() + "\n" + wrapUpCode + "\n" + contactReason;
        return cases.once(conversation, key, request, held -> {
            find(conversation).map(Call::agent).filter(owner -> !owner.is(agent)).ifPresent(owner -> {
                throw new NotTheOwner(conversation, owner);
            });
            StoredEvent event = held.change(StateChange.CALL_ENDED, null, null, null);
            wrapUps.add(conversation,
                    new WrapUp(event.id(), agent, wrapUpCode, contactReason, held.now()));
            return event;
        });
    }

    /** In the caller's transaction. */
    static boolean isCall(JdbcClient database, ConversationId conversation) {
        return database.sql("select channel from conversation where id = :id")
                .param("id", conversation.value())
                .query(String.class)
                .optional().filter(ContactChannel.PHONE.name()::equals).isPresent();
    }

    private Optional<Call> find(ConversationId conversation) {
        return database
                .sql("select %s from conversation where id = :id and channel = :channel".formatted(CALL))
                .param("id", conversation.value())
                .param("channel", ContactChannel.PHONE.name())
                .query(CallStore::call)
                .optional();
    }

    private static Call call(ResultSet row, int n) throws SQLException {
        return new Call(new ConversationId(row.getObject(1, UUID.class)),
                new Agent(row.getString(2), row.getString(3)), EventLog.instant(row, 4),
                ConversationState.valueOf(row.getString(5)));
    }
}
