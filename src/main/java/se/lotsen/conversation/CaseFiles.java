package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole conversations for those who answer for the municipality's records. Who may see which is the caller's to know, by
 * {@link CaseFile#standing} and {@link CaseFile#queues}. It changes nothing. It blocks.
 */
public class CaseFiles {
    private final JdbcClient database;
    private final Transactions transactions;

    CaseFiles(JdbcClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** All of it, of one moment; empty for one that is disposed of or never was. */
    public Optional<CaseFile> find(ConversationId conversation) {
        return transactions.run(() -> {
            if (database.sql("select count(*) from conversation where id = :id")
                    .param("id", conversation.value()).query(Long.class).single() == 0) {
                return Optional.empty();
            }
            // Writers hold the row: what is read under it is of one moment, also at the isolation that both databases begin with.
            new EventLog(database).lock(conversation);
            return Optional.of(read(conversation));
        });
    }

    /** What is left of a disposed conversation; empty for one that is still kept or never was. */
    public Optional<Tombstone> tombstone(ConversationId conversation) {
        return transactions.run(() -> ConversationDisposal.tombstone(database, conversation));
    }

    private CaseFile read(ConversationId conversation) {
        Standing standing = new Standings(database).of(conversation);
        return database.sql("""
                select started_at, touched_at, last_queue, channel, %s from conversation where id = :id"""
                .formatted(ConversationClass.HAS_PERSON))
                .param("id", conversation.value())
                .query((row, n) -> new CaseFile(standing,
                        row.getBoolean(5)
                                ? ConversationClass.HANDED_OVER_CONVERSATION
                                : ConversationClass.ASSISTANT_CONVERSATION,
                        EventLog.instant(row, 1), EventLog.instant(row, 2), row.getString(3),
                        queues(conversation, row),
                        ContactChannel.valueOf(row.getString(4)),
                        new EventLog(database).after(conversation, 0, Integer.MAX_VALUE),
                        new Notes(database).of(conversation), ContentDigest.lines(database, conversation),
                        holds(conversation)))
                .single();
    }

    private Set<String> queues(ConversationId conversation, ResultSet row) throws SQLException {
        Set<String> queues = new HashSet<>(database
                .sql("select distinct queue from event where conversation_id = :id and queue is not null")
                .param("id", conversation.value()).query(String.class).list());
        String last = row.getString(3);
        if (last != null) {
            queues.add(last);
        }
        return Set.copyOf(queues);
    }

    private Set<String> holds(ConversationId conversation) {
        List<String> holds = database
                .sql("select reason from retention_hold where conversation_id = :id")
                .param("id", conversation.value()).query(String.class).list();
        return new TreeSet<>(holds);
    }
}
