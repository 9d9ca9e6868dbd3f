package se.lotsen.conversation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of how agents summed up ended cases. Writing needs the conversation's lock. */
final class WrapUps {
    private final JdbcClient database;

    WrapUps(JdbcClient database) {
        this.database = database;
    }

    void add(ConversationId conversation, WrapUp wrapUp) {
        database.sql(
                """
                        insert into wrap_up (conversation_id, number, agent, agent_name, code, contact_reason, created_at)
                        values (:conversation, :number, :agent, :name, :code, :reason, :at)""")
                .param("conversation", conversation.value())
                .param("number", wrapUp.number())
                .param("agent", wrapUp.agent().account())
                .param("name", wrapUp.agent().name())
                .param("code", wrapUp.code())
                .param("reason", wrapUp.contactReason())
                .param("at", EventLog.stored(wrapUp.at()))
                .update();
    }

    List<WrapUp> of(ConversationId conversation) {
        return database.sql("""
                select number, agent, agent_name, code, contact_reason, created_at from wrap_up
                where conversation_id = :conversation order by number""")
                .param("conversation", conversation.value())
                .query((row, n) -> new WrapUp(row.getLong(1), new Agent(row.getString(2), row.getString(3)),
                        row.getString(4), row.getString(5), EventLog.instant(row, 6)))
                .list();
    }
}
