package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationEvent.MessagePosted;

/** The table of replies that can still be taken back. Writing needs the conversation's lock. */
final class PendingReplies {
    private static final String MESSAGE = "message";
    private final JdbcClient database;

    PendingReplies(JdbcClient database) {
        this.database = database;
    }

    /** There is no other one: whoever adds one has released the earlier. */
    void add(ConversationId conversation, PendingReply reply) {
        database.sql("""
                insert into pending_reply (conversation_id, id, agent, message_data, due_at)
                values (:conversation, :id, :agent, :data, :due)""")
                .param("conversation", conversation.value())
                .param("id", reply.id())
                .param("agent", reply.account())
                .param("data", EventJson.write(reply.message()))
                .param("due", EventLog.stored(reply.dueAt()))
                .update();
    }

    /** The one that waits; empty when there is none, or it was taken back. */
    Optional<PendingReply> of(ConversationId conversation) {
        return database.sql("""
                select id, agent, message_data, due_at from pending_reply
                where conversation_id = :conversation and undone_at is null""")
                .param("conversation", conversation.value())
                .query(PendingReplies::reply)
                .optional();
    }

    /** The one of this id, taken back or not; empty when it is the citizen's already. */
    Optional<PendingReply> of(ConversationId conversation, UUID id) {
        return database.sql("""
                select id, agent, message_data, due_at from pending_reply
                where conversation_id = :conversation and id = :id""")
                .param("conversation", conversation.value())
                .param("id", id)
                .query(PendingReplies::reply)
                .optional();
    }

    void takeBack(ConversationId conversation, UUID id, Instant at) {
        database.sql("""
                update pending_reply set undone_at = :at
                where conversation_id = :conversation and id = :id and undone_at is null""")
                .param("at", EventLog.stored(at))
                .param("conversation", conversation.value())
                .param("id", id)
                .update();
    }

    void remove(ConversationId conversation) {
        database.sql("delete from pending_reply where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    /** Whose time has come, the longest due first. */
    List<ConversationId> due(Instant now, int limit) {
        return database.sql("""
                select conversation_id from pending_reply where undone_at is null and due_at <= :now
                order by due_at limit :limit""")
                .param("now", EventLog.stored(now))
                .param("limit", limit)
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }

    private static PendingReply reply(ResultSet row, int n) throws SQLException {
        return new PendingReply(row.getObject(1, UUID.class), row.getString(2),
                (MessagePosted) EventJson.read(MESSAGE, row.getString(3)), EventLog.instant(row, 4));
    }
}
