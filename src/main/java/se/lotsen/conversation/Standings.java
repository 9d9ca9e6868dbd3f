package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;

/** The part of the conversation's table that says who has it. */
final class Standings {
    static final String STANDING = "id, state, agent, agent_name, queue, state_version, waiting_since, reserved_queue";
    private final JdbcClient database;

    Standings(JdbcClient database) {
        this.database = database;
    }

    Standing of(ConversationId conversation) {
        return database.sql("select %s from conversation where id = :id".formatted(STANDING))
                .param("id", conversation.value())
                .query(Standings::standing)
                .optional()
                .orElseThrow(() -> new UnknownConversation(conversation));
    }

    /** Compares and sets in one statement; false when the conversation does not stand as before any more. */
    boolean move(Standing before, Standing after) {
        Agent agent = after.agent();
        Instant since = after.waitingSince();
        return database.sql("""
                update conversation set state = :state, agent = :agent, agent_name = :name, queue = :queue,
                    waiting_since = cast(:since as timestamp with time zone), state_version = :version,
                    last_queue = coalesce(cast(:queue as varchar), last_queue), reserved_queue = :reserved
                where id = :id and state = :before and state_version = :expected""")
                .param("state", after.state().name())
                .param("agent", agent == null ? null : agent.account())
                .param("name", agent == null ? null : agent.name())
                .param("queue", after.queue())
                .param("since", since == null ? null : EventLog.stored(since))
                .param("version", after.version())
                .param("reserved", after.reserved())
                .param("id", after.conversation().value())
                .param("before", before.state().name())
                .param("expected", before.version())
                .update() == 1;
    }

    /** Who has waited longest comes first. */
    List<WaitingCase> waiting(Set<String> queues) {
        String some = queues.isEmpty() ? "" : "where queue in (:queues)";
        // The place is counted before the filter, so that it is the same whoever asks.
        JdbcClient.StatementSpec query = database.sql("""
                select %1$s, place from (
                    select %1$s, row_number() over (partition by queue order by waiting_since, id) as place
                    from conversation where state = 'WAITING') w
                %2$s order by waiting_since, id""".formatted(STANDING, some));
        return (queues.isEmpty() ? query : query.param("queues", queues))
                .query((row, n) -> new WaitingCase(standing(row, n), row.getInt(9)))
                .list();
    }

    /** The queue that it is in or was in last; empty when it was in none, or nobody knows. */
    Optional<String> lastQueue(ConversationId conversation) {
        return database.sql("select last_queue from conversation where id = :id and last_queue is not null")
                .param("id", conversation.value()).query(String.class).optional();
    }

    List<Standing> ownedBy(String account) {
        return database
                .sql("""
                        select %s from conversation where agent = :agent order by touched_at, id"""
                        .formatted(STANDING))
                .param("agent", account)
                .query(Standings::standing)
                .list();
    }

    /** Of a row that begins with {@link #STANDING}. */
    static Standing standing(ResultSet row, int n) throws SQLException {
        return new Standing(new ConversationId(row.getObject(1, UUID.class)),
                ConversationState.valueOf(row.getString(2)), agent(row), row.getString(5), row.getLong(6),
                since(row), row.getString(8));
    }

    private static @Nullable Agent agent(ResultSet row) throws SQLException {
        String account = row.getString(3);
        return account == null ? null : new Agent(account, row.getString(4));
    }

    private static @Nullable Instant since(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject(7, OffsetDateTime.class);
        return since == null ? null : since.toInstant();
    }
}
