package se.lotsen.conversation;

import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationRefusal.IdempotencyKeyReused;

/** The table of requests that were carried out. Both methods need the conversation's lock. */
final class AcceptedRequests {
    private final JdbcClient database;

    AcceptedRequests(JdbcClient database) {
        this.database = database;
    }

    /** What the same request did before; refuses another request under a used key. */
    Optional<Accepted> earlier(ConversationId conversation, IdempotencyKey key, String request) {
        Optional<Row> row = database.sql("""
                select request_hash, answer, event_id from accepted_request
                where conversation_id = :conversation and key_hash = :key""")
                .param("conversation", conversation.value())
                .param("key", key.hash())
                .query((r, n) -> new Row(r.getBytes(1), new Accepted(r.getInt(2), r.getLong(3))))
                .optional();
        if (row.isPresent() && !MessageDigest.isEqual(row.get().requestHash, key.fingerprint(request))) {
            throw new IdempotencyKeyReused(conversation);
        }
        return row.map(Row::accepted);
    }

    void add(ConversationId conversation, IdempotencyKey key, String request, Accepted accepted) {
        database.sql("""
                insert into accepted_request (conversation_id, key_hash, request_hash, answer, event_id)
                values (:conversation, :key, :request, :answer, :event)""")
                .param("conversation", conversation.value())
                .param("key", key.hash())
                .param("request", key.fingerprint(request))
                .param("answer", accepted.answer())
                .param("event", accepted.event())
                .update();
    }

    /** The answer that the request was about, and the event that it stored; 0 when it stored none. */
    record Accepted(int answer, long event) {
    }

    private record Row(byte[] requestHash, Accepted accepted) {
    }
}
