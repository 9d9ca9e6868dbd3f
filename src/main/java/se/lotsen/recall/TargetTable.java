package se.lotsen.recall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.Moments;
import se.lotsen.conversation.ConversationId;
import se.lotsen.delivery.CitizenContacts.Way;

/** The table of whom a correction is for. A conversation that is disposed of takes its rows with it. */
final class TargetTable {
    private static final String WAITING = "WAITING";
    private static final String TOLD = "TOLD";
    private static final String UNREACHABLE = "UNREACHABLE";
    private final JdbcClient database;

    TargetTable(JdbcClient database) {
        this.database = database;
    }

    /** Nothing for a conversation that is gone, or that is there already. */
    void insert(UUID correction, ConversationId conversation) {
        database.sql(
                """
                        insert into correction_target (correction_id, conversation_id, state, in_chat, way)
                        select cast(:correction as uuid), id, :state, false, :way from conversation where id = :conversation
                        on conflict do nothing""")
                .param("correction", correction).param("conversation", conversation.value())
                .param("state", WAITING).param("way", Way.NONE.name()).update();
    }

    List<ConversationId> waiting(UUID correction) {
        return database.sql("""
                select conversation_id from correction_target
                where correction_id = :correction and state = :state order by conversation_id""")
                .param("correction", correction).param("state", WAITING)
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class))).list();
    }

    /** False when it was told before; the conversation must be held. */
    boolean told(UUID correction, ConversationId conversation, boolean inChat, Way way, Instant at) {
        return database.sql("""
                update correction_target set state = :state, in_chat = :chat, way = :way, told_at = :at
                where correction_id = :correction and conversation_id = :conversation and state = :waiting""")
                .param("state", inChat || way != Way.NONE ? TOLD : UNREACHABLE).param("chat", inChat)
                .param("way", way.name()).param("at", Moments.stored(at))
                .param("correction", correction).param("conversation", conversation.value())
                .param("waiting", WAITING).update() == 1;
    }

    Progress progress(UUID correction) {
        return database.sql("""
                select count(*), coalesce(sum(case when state = 'WAITING' then 1 else 0 end), 0),
                    coalesce(sum(case when state = 'UNREACHABLE' then 1 else 0 end), 0),
                    coalesce(sum(case when in_chat then 1 else 0 end), 0),
                    coalesce(sum(case when way = 'EMAIL' then 1 else 0 end), 0),
                    coalesce(sum(case when way = 'PERSON' then 1 else 0 end), 0)
                from correction_target where correction_id = :correction""")
                .param("correction", correction)
                .query((row, n) -> new Progress(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4),
                        row.getInt(5), row.getInt(6)))
                .single();
    }
}
