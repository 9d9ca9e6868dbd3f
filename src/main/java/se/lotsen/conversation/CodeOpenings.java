package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of who has opened which conversation by its code, and when. Writing needs the conversation's lock. */
final class CodeOpenings {
    private static final String OPENING = "conversation_id, agent, agent_name, opened_at, readable_until";
    private final JdbcClient database;

    CodeOpenings(JdbcClient database) {
        this.database = database;
    }

    void add(CodeOpening opening) {
        database.sql(
                """
                        insert into desk_opening (conversation_id, number, agent, agent_name, opened_at, readable_until)
                        values (:conversation, (select coalesce(max(number), 0) + 1 from desk_opening
                            where conversation_id = :conversation), :agent, :name, :at, :until)""")
                .param("conversation", opening.conversation().value())
                .param("agent", opening.agent().account())
                .param("name", opening.agent().name())
                .param("at", EventLog.stored(opening.openedAt()))
                .param("until", EventLog.stored(opening.readableUntil()))
                .update();
    }

    List<CodeOpening> of(ConversationId conversation) {
        return database
                .sql("select %s from desk_opening where conversation_id = :id order by number"
                        .formatted(OPENING))
                .param("id", conversation.value())
                .query(CodeOpenings::opening)
                .list();
    }

    /** The latest first. */
    List<CodeOpening> readableBy(String account, Instant now) {
        return database.sql("""
                select %s from desk_opening where agent = :agent and readable_until > :now
                order by opened_at desc, conversation_id""".formatted(OPENING))
                .param("agent", account)
                .param("now", EventLog.stored(now))
                .query(CodeOpenings::opening)
                .list();
    }

    private static CodeOpening opening(ResultSet row, int n) throws SQLException {
        return new CodeOpening(new ConversationId(row.getObject(1, UUID.class)),
                new Agent(row.getString(2), row.getString(3)), EventLog.instant(row, 4),
                EventLog.instant(row, 5));
    }
}
