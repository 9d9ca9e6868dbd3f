package se.lotsen.conversation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of why answers became what they became. Writing needs the conversation's lock. */
final class Explanations {
    private final JdbcClient database;

    Explanations(JdbcClient database) {
        this.database = database;
    }

    /** Refuses a second explanation of the same answer. */
    void add(ConversationId conversation, long question, AnswerExplanation explanation) {
        if (of(conversation, question).isPresent()) {
            throw new IllegalArgumentException(
                    "Question " + question + " of conversation " + conversation + " is explained already");
        }
        database.sql("""
                insert into explanation (conversation_id, question, document)
                values (:conversation, :question, :document)""")
                .param("conversation", conversation.value())
                .param("question", question)
                .param("document", explanation.document())
                .update();
    }

    Optional<AnswerExplanation> of(ConversationId conversation, long question) {
        return database
                .sql("""
                        select document from explanation where conversation_id = :conversation and question = :question""")
                .param("conversation", conversation.value())
                .param("question", question)
                .query((row, n) -> new AnswerExplanation(row.getString(1)))
                .optional();
    }

    /** Of the conversation's n-th answer, counted from 1. */
    Optional<AnswerExplanation> ofAnswer(ConversationId conversation, int answer) {
        return database
                .sql("""
                        select document from explanation where conversation_id = :conversation
                        order by question offset :before rows fetch first 1 rows only""")
                .param("conversation", conversation.value())
                .param("before", answer - 1)
                .query((row, n) -> new AnswerExplanation(row.getString(1)))
                .optional();
    }
}
