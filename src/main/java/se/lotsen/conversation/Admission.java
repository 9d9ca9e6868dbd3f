package se.lotsen.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of who may open a conversation: the token's hash, and for a day the sealed copy for a repeated start. */
final class Admission {
    private static final int TOKEN_BYTES = 32;
    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();

    Admission(JdbcClient database) {
        this.database = database;
    }

    /** Fails with a duplicate key when the same key has started a conversation before. */
    StartedConversation start(IdempotencyKey key, Instant now) {
        ConversationId id = new ConversationId(UUID.randomUUID());
        String token = newToken();
        database.sql("""
                insert into conversation (id, token_hash, started_at, touched_at, last_event, questions)
                values (:id, :hash, :now, :now, 0, 0)""")
                .param("id", id.value())
                .param("hash", sha256(token))
                .param("now", EventLog.stored(now))
                .update();
        database.sql("""
                insert into conversation_start (key_hash, conversation_id, sealed_token, started_at)
                values (:key, :id, :token, :now)""")
                .param("key", key.hash())
                .param("id", id.value())
                .param("token", SealedToken.seal(token, id, key))
                .param("now", EventLog.stored(now))
                .update();
        return new StartedConversation(id, token);
    }

    Optional<StartedConversation> started(IdempotencyKey key) {
        return database
                .sql("select conversation_id, sealed_token from conversation_start where key_hash = :key")
                .param("key", key.hash())
                .query((row, n) -> {
                    ConversationId id = new ConversationId(row.getObject(1, UUID.class));
                    return new StartedConversation(id, SealedToken.open(row.getBytes(2), id, key));
                })
                .optional();
    }

    boolean isCall(ConversationId id) {
        return database.sql("select channel from conversation where id = :id").param("id", id.value())
                .query(String.class).optional().filter(ContactChannel.PHONE.name()::equals).isPresent();
    }

    Optional<Conversation> open(ConversationId id, String token) {
        byte[] presented = sha256(token);
        return database.sql("""
                select token_hash, started_at, touched_at, last_event, questions
                from conversation where id = :id and token_hash is not null""")
                .param("id", id.value())
                .query((row, n) -> new Locked(row.getBytes(1), conversation(id, row)))
                .optional()
                .filter(locked -> MessageDigest.isEqual(locked.tokenHash(), presented))
                .map(Locked::conversation);
    }

    /** From then on a repeated start makes a new conversation. */
    void forgetSealedTokens(Instant startedUntil) {
        database.sql("delete from conversation_start where started_at <= :until")
                .param("until", EventLog.stored(startedUntil))
                .update();
    }

    private String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static Conversation conversation(ConversationId id, ResultSet row) throws SQLException {
        return new Conversation(id, EventLog.instant(row, 2), EventLog.instant(row, 3), row.getLong(4),
                row.getInt(5));
    }

    /** Plain SHA-256 suffices: what is hashed has 256 random bits and cannot be guessed. */
    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Locked(byte[] tokenHash, Conversation conversation) {
    }
}
