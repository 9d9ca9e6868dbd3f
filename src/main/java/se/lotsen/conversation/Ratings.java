package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.privacy.MaskedText;

/** The table of what citizens thought of answers. Writing needs the conversation's lock. */
final class Ratings {
    private final JdbcClient database;

    Ratings(JdbcClient database) {
        this.database = database;
    }

    void put(ConversationId conversation, Rating rating) {
        int changed = write("""
                update rating set helpful = :helpful, comment_data = :comment, rated_at = :at
                where conversation_id = :conversation and answer = :answer""", conversation, rating);
        if (changed == 0) {
            write("""
                    insert into rating (conversation_id, answer, helpful, comment_data, rated_at)
                    values (:conversation, :answer, :helpful, :comment, :at)""", conversation, rating);
        }
        database.sql("update conversation set touched_at = :at where id = :conversation")
                .param("at", EventLog.stored(rating.at()))
                .param("conversation", conversation.value())
                .update();
    }

    List<Rating> of(ConversationId conversation) {
        return database.sql("""
                select answer, helpful, comment_data, rated_at from rating
                where conversation_id = :conversation order by answer""")
                .param("conversation", conversation.value())
                .query((row, n) -> new Rating(row.getInt(1), row.getBoolean(2), comment(row),
                        EventLog.instant(row, 4)))
                .list();
    }

    private int write(String sql, ConversationId conversation, Rating rating) {
        MaskedText comment = rating.comment();
        return database.sql(sql)
                .param("conversation", conversation.value())
                .param("answer", rating.answer())
                .param("helpful", rating.helpful())
                .param("comment", comment == null ? null : EventJson.write(comment))
                .param("at", EventLog.stored(rating.at()))
                .update();
    }

    private static @Nullable MaskedText comment(ResultSet row) throws SQLException {
        String data = row.getString(3);
        return data == null ? null : EventJson.readMasked(data);
    }
}
