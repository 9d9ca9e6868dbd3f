package se.lotsen.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditLog;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.ConversationId;
import se.lotsen.privacy.MaskedText;
import se.lotsen.records.RecordMark.Kind;
import se.lotsen.storage.Moments;

/**
 * Legal holds, and what is to be preserved. A mark and its hold on disposal are stored together; who placed and who lifted it
 * stays when the conversation is gone. Placing what stands and lifting what does not stand change nothing. It blocks.
 */
final class RecordMarks {
    private static final String MARK = """
            select conversation_id, kind, reason, account, account_name, placed_at from record_mark
            where lifted_at is null\s""";
    private final Attachments attachments;
    private final AuditLog audit;

    RecordMarks(Attachments attachments, AuditLog audit) {
        this.attachments = attachments;
        this.audit = audit;
    }

    /** Refuses an unknown conversation. False when it stands already. */
    boolean place(ConversationId conversation, Kind kind, MaskedText reason, Actor by) {
        boolean placed = attachments.write(conversation, held -> {
            if (!standing(held.database(), conversation, kind)) {
                held.database()
                        .sql("""
                                insert into record_mark (conversation_id, kind, reason, account, account_name, placed_at)
                                values (:id, :kind, :reason, :account, :name, :at)""")
                        .param("id", conversation.value()).param("kind", kind.name())
                        .param("reason", reason.value()).param("account", by.account())
                        .param("name", by.name()).param("at", Moments.stored(held.now())).update();
                held.hold(kind.word());
                return true;
            }
            return false;
        });
        if (placed) {
            audit.record(by, "records-" + kind.word(), conversation.toString(), "");
        }
        return placed;
    }

    /** Refuses an unknown conversation. False when none stands. */
    boolean lift(ConversationId conversation, Kind kind, Actor by) {
        boolean lifted = attachments.write(conversation, held -> {
            held.release(kind.word());
            return held.database().sql("""
                    update record_mark set lifted_by = :account, lifted_by_name = :name, lifted_at = :at
                    where conversation_id = :id and kind = :kind and lifted_at is null""")
                    .param("account", by.account()).param("name", by.name())
                    .param("at", Moments.stored(held.now())).param("id", conversation.value())
                    .param("kind", kind.name()).update() > 0;
        });
        if (lifted) {
            audit.record(by, "records-" + kind.word() + "-lifted", conversation.toString(), "");
        }
        return lifted;
    }

    /** Of one conversation. */
    List<RecordMark> of(ConversationId conversation) {
        return attachments.read(database -> database.sql(MARK + "and conversation_id = :id order by id")
                .param("id", conversation.value()).query(RecordMarks::mark).list());
    }

    /** All that stand, the latest first. */
    List<RecordMark> standing(int limit) {
        return attachments.read(database -> database.sql(MARK + "order by id desc limit :limit")
                .param("limit", limit).query(RecordMarks::mark).list());
    }

    private static boolean standing(JdbcClient database, ConversationId conversation, Kind kind) {
        Optional<Long> known = database
                .sql("""
                        select id from record_mark where conversation_id = :id and kind = :kind and lifted_at is null""")
                .param("id", conversation.value()).param("kind", kind.name()).query(Long.class).optional();
        return known.isPresent();
    }

    private static RecordMark mark(ResultSet row, int n) throws SQLException {
        return new RecordMark(new ConversationId(row.getObject("conversation_id", UUID.class)),
                Kind.valueOf(row.getString("kind")), row.getString("reason"),
                new Actor(row.getString("account"), row.getString("account_name")),
                Moments.instant(row, "placed_at"));
    }
}
