package se.lotsen.conversation;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.privacy.MaskedText;

/** The table of notes among staff. Writing needs the conversation's lock. */
final class Notes {
    private final JdbcClient database;

    Notes(JdbcClient database) {
        this.database = database;
    }

    /** A note keeps a conversation from being disposed of, as any other writing does. */
    void add(ConversationId conversation, Agent agent, MaskedText text, Instant at) {
        database.sql("""
                insert into note (conversation_id, number, agent, agent_name, note_data, created_at)
                values (:conversation, (select coalesce(max(number), 0) + 1 from note
                    where conversation_id = :conversation), :agent, :name, :data, :at)""")
                .param("conversation", conversation.value())
                .param("agent", agent.account())
                .param("name", agent.name())
                .param("data", EventJson.write(text))
                .param("at", EventLog.stored(at))
                .update();
        database.sql("update conversation set touched_at = :at where id = :conversation")
                .param("at", EventLog.stored(at))
                .param("conversation", conversation.value())
                .update();
    }

    List<Note> of(ConversationId conversation) {
        return database.sql("""
                select number, agent, agent_name, note_data, created_at from note
                where conversation_id = :conversation order by number""")
                .param("conversation", conversation.value())
                .query((row, n) -> new Note(row.getInt(1), new Agent(row.getString(2), row.getString(3)),
                        EventJson.readMasked(row.getString(4)), EventLog.instant(row, 5)))
                .list();
    }
}
