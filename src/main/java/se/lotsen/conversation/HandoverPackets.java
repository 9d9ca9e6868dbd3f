package se.lotsen.conversation;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what agents are told at a handover. Writing needs the conversation's lock. */
final class HandoverPackets {
    private final JdbcClient database;

    HandoverPackets(JdbcClient database) {
        this.database = database;
    }

    void add(ConversationId conversation, String document, Instant at) {
        database.sql("""
                insert into handover_packet (conversation_id, number, document, created_at)
                values (:conversation, (select coalesce(max(number), 0) + 1 from handover_packet
                    where conversation_id = :conversation), :document, :at)""")
                .param("conversation", conversation.value())
                .param("document", document)
                .param("at", EventLog.stored(at))
                .update();
    }

    Optional<HandoverPacket> latest(ConversationId conversation) {
        return database.sql("""
                select number, document, created_at from handover_packet
                where conversation_id = :conversation order by number desc fetch first 1 rows only""")
                .param("conversation", conversation.value())
                .query((row, n) -> new HandoverPacket(row.getInt(1), row.getString(2),
                        EventLog.instant(row, 3)))
                .optional();
    }
}
