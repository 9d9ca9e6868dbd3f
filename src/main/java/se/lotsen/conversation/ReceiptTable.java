package se.lotsen.conversation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of receipts. It has no foreign key to the conversation, which it outlives. */
final class ReceiptTable {
    private final JdbcClient database;

    ReceiptTable(JdbcClient database) {
        this.database = database;
    }

    void add(AnswerReceipt receipt) {
        database.sql("""
                insert into answer_receipt (id, conversation_id, answer, made_at, document, hash)
                values (:id, :conversation, :answer, :at, :document, :hash)""")
                .param("id", receipt.id())
                .param("conversation", receipt.conversation().value())
                .param("answer", receipt.answer())
                .param("at", EventLog.stored(receipt.at()))
                .param("document", receipt.document())
                .param("hash", receipt.hash())
                .update();
    }

    Optional<AnswerReceipt> byId(String id) {
        return database
                .sql("select id, conversation_id, answer, made_at, document, hash from answer_receipt where id = :id")
                .param("id", id)
                .query((row, n) -> new AnswerReceipt(row.getString(1),
                        new ConversationId(row.getObject(2, UUID.class)), row.getInt(3),
                        EventLog.instant(row, 4), row.getString(5), row.getString(6)))
                .optional();
    }
}
