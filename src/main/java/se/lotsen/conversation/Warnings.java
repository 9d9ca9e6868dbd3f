package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationEvent.NoticePosted;

/**
 * The one warning of a case, and its end when the citizen goes on all the same. It writes the same log as
 * {@link HandoverStore}, under the same promises: a repeat under the same key gives the event of the first call.
 */
public class Warnings {
    private final JdbcClient database;
    private final Transactions transactions;
    private final CaseWriter cases;

    Warnings(JdbcClient database, Transactions transactions, CaseWriter cases) {
        this.database = database;
        this.transactions = transactions;
        this.cases = cases;
    }

    /**
     * A warning.
     *
     * @param endedAt when the case was ended because of what came after; null while it was not
     */
    public record Warning(String by, Instant at, @Nullable Instant endedAt) {
    }

    /**
     * The agent who has the case warns the citizen, once; refused for everybody else.
     *
     * @param text the line that the citizen is shown
     * @return empty, and nothing is stored, when the case has its warning
     */
    public Optional<StoredEvent> warn(ConversationId conversation, IdempotencyKey key, Agent agent,
            String text) {
        return cases.write(conversation, held -> held.repeated(key, "warn\n" + agent.account()).or(() -> {
            held.refuseUnlessOwner(agent);
            if (find(conversation).filter(warning -> warning.endedAt() == null).isPresent()) {
                return Optional.empty();
            }
            put(conversation, agent, held.now());
            return Optional.of(
                    held.once(key, "warn\n" + agent.account(), () -> held.append(new NoticePosted(text))));
        }));
    }

    /**
     * The agent ends the case of a citizen who was warned; the assistant answers again.
     *
     * @param text the line that the citizen is shown; null for none
     * @return empty, and nothing is stored, when nobody has warned the citizen
     */
    public Optional<StoredEvent> end(ConversationId conversation, IdempotencyKey key, Agent agent,
            @Nullable String text) {
        String request = "end after warning\n" + agent.account();
        return cases.write(conversation, held -> held.repeated(key, request).or(() -> {
            held.refuseUnlessOwner(agent);
            if (find(conversation).filter(warning -> warning.endedAt() == null).isEmpty()) {
                return Optional.empty();
            }
            StoredEvent event = held.once(key, request,
                    () -> held.changeBy(agent, StateChange.ENDED_AFTER_WARNING, null, null, text));
            database.sql("update case_warning set ended_at = :at where conversation_id = :conversation")
                    .param("at", EventLog.stored(held.now())).param("conversation", conversation.value())
                    .update();
            return Optional.of(event);
        }));
    }

    /** The warning of the latest case; empty when there was none. */
    public Optional<Warning> of(ConversationId conversation) {
        return transactions.run(() -> find(conversation));
    }

    private Optional<Warning> find(ConversationId conversation) {
        return database
                .sql("select warned_by, warned_at, ended_at from case_warning where conversation_id = :id")
                .param("id", conversation.value()).query(Warnings::warning).optional();
    }

    /** A case that was ended after its warning is over: the next one may have its own. */
    private void put(ConversationId conversation, Agent agent, Instant now) {
        database.sql("delete from case_warning where conversation_id = :id").param("id", conversation.value())
                .update();
        database.sql(
                "insert into case_warning (conversation_id, warned_by, warned_at) values (:id, :by, :at)")
                .param("id", conversation.value()).param("by", agent.account())
                .param("at", EventLog.stored(now))
                .update();
    }

    private static Warning warning(ResultSet row, int n) throws SQLException {
        return new Warning(row.getString(1), EventLog.instant(row, 2),
                row.getObject(3) == null ? null : EventLog.instant(row, 3));
    }
}
