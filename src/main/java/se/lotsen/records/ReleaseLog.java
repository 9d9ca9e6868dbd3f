package se.lotsen.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditLog;
import se.lotsen.storage.Moments;
import se.lotsen.storage.SerialRecord;

/** Which copies were released, by whom and where something was masked in them. It blocks. */
final class ReleaseLog {
    private final JdbcClient database;
    private final SerialRecord record;
    private final AuditLog audit;

    ReleaseLog(JdbcClient database, SerialRecord record, AuditLog audit) {
        this.database = database;
        this.record = record;
        this.audit = audit;
    }

    /** The form of a copy; the text is {@code records.form.} and the name. */
    enum Form {
        /** To be read and printed. */
        HTML,
        /** For programs. */
        JSON
    }

    /**
     * A line of the log.
     *
     * @param redactions as {@link Release#redactionCodes}
     */
    record Entry(UUID conversation, Form form, String checksum, String ground, String redactions, Actor by,
            Instant at) {
        /** How many places were masked. */
        public int masked() {
            return redactions.isEmpty() ? 0 : redactions.split(" ").length;
        }
    }

    /** Writes it down before anybody gets the copy. */
    void add(Release release, Form form) {
        record.write(() -> {
            database.sql(
                    """
                            insert into record_release (id, conversation_id, form, checksum, ground, redactions, account,
                                account_name, released_at)
                            values (:id, :conversation, :form, :checksum, :ground, :redactions, :account, :name, :at)""")
                    .param("id", UUID.randomUUID())
                    .param("conversation", release.original().id().value())
                    .param("form", form.name()).param("checksum", release.checksum())
                    .param("ground", release.ground()).param("redactions", release.redactionCodes())
                    .param("account", release.by().actor().account())
                    .param("name", release.by().actor().name()).param("at", Moments.stored(release.at()))
                    .update();
            audit.add(release.by().actor(), "records-released", release.original().id().toString(),
                    form + " " + release.checksum() + " " + release.copy().redactions().size());
            return true;
        });
    }

    /** The latest first. */
    List<Entry> latest(int limit) {
        return record.read(() -> database.sql("""
                select conversation_id, form, checksum, ground, redactions, account, account_name, released_at
                from record_release order by released_at desc, id limit :limit""").param("limit", limit)
                .query((row, n) -> new Entry(row.getObject(1, UUID.class), Form.valueOf(row.getString(2)),
                        row.getString(3), row.getString(4), row.getString(5),
                        new Actor(row.getString(6), row.getString(7)), Moments.instant(row, "released_at")))
                .list());
    }
}
