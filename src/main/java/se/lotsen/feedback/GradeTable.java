package se.lotsen.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationId;
import se.lotsen.feedback.Grade.Answered;

/** The table of what staff think of answers. Writing needs the conversation's lock. */
final class GradeTable {
    private static final String ALL = """
            select conversation_id, answer, account, account_name, mark, graded_at, question, language, pages, first_page,
                versions, confidence, outcome from answer_grade\s""";
    private static final String OPEN = """
            exists (select 1 from conversation c where c.id = answer_grade.conversation_id and c.reserved_queue is null)""";
    private final JdbcClient database;

    GradeTable(JdbcClient database) {
        this.database = database;
    }

    /** Of an account that has none of the answer. */
    void add(Grade grade) {
        Answered of = grade.of();
        database.sql(
                """
                        insert into answer_grade (conversation_id, answer, account, account_name, mark, graded_at, question,
                            language, pages, first_page, versions, confidence, outcome)
                        values (:conversation, :answer, :account, :name, :mark, :at, :question, :language, :pages, :first,
                            :versions, :confidence, :outcome)""")
                .param("conversation", grade.conversation().value()).param("answer", grade.answer())
                .param("account", grade.by().account()).param("name", grade.by().name())
                .param("mark", grade.mark().name()).param("at", grade.at().atOffset(ZoneOffset.UTC))
                .param("question", of.question()).param("language", of.language())
                .param("pages", String.join(",", of.pages())).param("first", of.firstPage())
                .param("versions", AnswerReader.json(of.versions())).param("confidence", of.confidence())
                .param("outcome", of.outcome().name()).update();
    }

    void remove(ConversationId conversation, int answer, String account) {
        database.sql("""
                delete from answer_grade where conversation_id = :conversation and answer = :answer
                and account = :account""")
                .param("conversation", conversation.value()).param("answer", answer).param("account", account)
                .update();
    }

    List<Grade> of(ConversationId conversation) {
        return database.sql(ALL + "where conversation_id = :conversation order by answer, graded_at, account")
                .param("conversation", conversation.value()).query(GradeTable::grade).list();
    }

    /** Newest first; without what was told to a secret queue, whose words are not for editors. */
    List<Grade> latest(Collection<Mark> marks, int limit) {
        return database.sql(ALL + """
                where mark in (:marks) and\s""" + OPEN + """
                 order by graded_at desc, conversation_id, answer, account
                fetch first :limit rows only""")
                .param("marks", marks.stream().map(Mark::name).toList()).param("limit", limit)
                .query(GradeTable::grade).list();
    }

    /** Grades of one answer stand together; without those of secret queues, as above. */
    List<Grade> all() {
        return database.sql(ALL + "where " + OPEN + " order by conversation_id, answer, graded_at, account")
                .query(GradeTable::grade).list();
    }

    /** From the first moment up to, not including, the second; without those of secret queues, as above. */
    List<Mark> marks(Instant from, Instant to) {
        return database.sql("select mark from answer_grade where graded_at >= :from and graded_at < :to and "
                + OPEN)
                .param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Mark.valueOf(row.getString(1))).list();
    }

    private static Grade grade(ResultSet row, int n) throws SQLException {
        String pages = row.getString(9);
        return new Grade(new ConversationId(row.getObject(1, UUID.class)), row.getInt(2),
                new Agent(row.getString(3), row.getString(4)), Mark.valueOf(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                new Answered(row.getString(7), row.getString(8),
                        pages.isEmpty() ? List.of() : Arrays.asList(pages.split(",")), row.getString(10),
                        AnswerReader.map(row.getString(11)), row.getDouble(12),
                        AnswerOutcome.valueOf(row.getString(13))));
    }
}
