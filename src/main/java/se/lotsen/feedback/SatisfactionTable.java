package se.lotsen.feedback;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationId;

/** The table of how satisfied citizens are. Writing needs the conversation's lock. */
final class SatisfactionTable {
    private final JdbcClient database;

    SatisfactionTable(JdbcClient database) {
        this.database = database;
    }

    void put(ConversationId conversation, Score score) {
        database.sql("delete from satisfaction where conversation_id = :conversation and part = :part")
                .param("conversation", conversation.value()).param("part", score.part().name()).update();
        database.sql("""
                insert into satisfaction (conversation_id, part, score, comment_text, said_at)
                values (:conversation, :part, :score, :comment, :at)""")
                .param("conversation", conversation.value()).param("part", score.part().name())
                .param("score", score.score()).param("comment", score.comment())
                .param("at", score.at().atOffset(ZoneOffset.UTC)).update();
    }

    List<Score> of(ConversationId conversation) {
        return database.sql("""
                select part, score, comment_text, said_at from satisfaction
                where conversation_id = :conversation order by part""")
                .param("conversation", conversation.value())
                .query((row, n) -> new Score(Part.valueOf(row.getString(1)), row.getInt(2), row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** From the first moment up to, not including, the second. */
    List<Integer> scores(Part part, Instant from, Instant to) {
        return database.sql("""
                select score from satisfaction where part = :part and said_at >= :from and said_at < :to""")
                .param("part", part.name()).param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC)).query(Integer.class).list();
    }
}
