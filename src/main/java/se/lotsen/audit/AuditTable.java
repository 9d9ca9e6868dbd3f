package se.lotsen.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import se.lotsen.audit.AuditVerifier.Link;
import se.lotsen.storage.Moments;

/** The tables of entries and of the chain's ends. Needs a transaction; whoever writes needs the head's lock. */
final class AuditTable {
    private static final String COLUMNS = "id, happened_at, account, account_name, action, subject, detail, hash";
    private final JdbcClient database;

    AuditTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * The chain's ends.
     *
     * @param last the last entry; its hash is empty while the entries of an earlier version are not chained
     * @param start what was before the first entry that is kept
     */
    record Ends(long entries, AuditAnchor last, AuditAnchor start) {
        boolean isChained() {
            return !last.hash().isEmpty();
        }
    }

    Ends lock() {
        return ends(" for update");
    }

    Ends ends() {
        return ends("");
    }

    private Ends ends(String lock) {
        return database
                .sql("select entries, last_entry, hash, start_entry, start_hash from audit_head where id = 1"
                        + lock)
                .query((row, n) -> new Ends(row.getLong(1),
                        new AuditAnchor(row.getLong(2), row.getString(3) == null ? "" : row.getString(3)),
                        new AuditAnchor(row.getLong(4), row.getString(5))))
                .single();
    }

    void moveEnd(long entries, AuditAnchor last) {
        database.sql(
                "update audit_head set entries = :entries, last_entry = :last, hash = :hash where id = 1")
                .param("entries", entries).param("last", last.entry()).param("hash", last.hash()).update();
    }

    void moveStart(long entries, AuditAnchor start) {
        database.sql(
                "update audit_head set entries = :entries, start_entry = :start, start_hash = :hash where id = 1")
                .param("entries", entries).param("start", start.entry()).param("hash", start.hash()).update();
    }

    /** @return the id that the database gave it */
    long insert(AuditLog.Entry entry) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("""
                insert into audit_entry (happened_at, account, account_name, action, subject, detail)
                values (:at, :account, :name, :action, :subject, :detail)""")
                .param("at", Moments.stored(entry.at()))
                .param("account", entry.by().account())
                .param("name", entry.by().name())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave an entry no id");
        }
        return id.longValue();
    }

    void setHash(AuditAnchor link) {
        database.sql("update audit_entry set hash = :hash where id = :id")
                .param("hash", link.hash()).param("id", link.entry()).update();
    }

    void deleteUpTo(long id) {
        database.sql("delete from audit_entry where id <= :id").param("id", id).update();
    }

    /** The oldest first. */
    List<Link> after(long id, int limit) {
        return database.sql("select " + COLUMNS + " from audit_entry where id > :id order by id limit :limit")
                .param("id", id).param("limit", limit).query(AuditTable::link).list();
    }

    /** The latest first. */
    List<AuditLog.Entry> before(AuditLog.Filter filter, long id, int limit) {
        return database.sql("select " + COLUMNS + """
                 from audit_entry where id < :before and (:anySubject or subject = :subject)
                and (:anyAction or action = :action) and (:anybody or account_name = :name)
                and (:always or happened_at >= :since) order by id desc limit :limit""")
                .param("before", id)
                .param("anySubject", filter.subject() == null).param("subject", text(filter.subject()))
                .param("anyAction", filter.action() == null).param("action", text(filter.action()))
                .param("anybody", filter.name() == null).param("name", text(filter.name()))
                .param("always", filter.since() == null)
                .param("since", Moments.stored(filter.since() == null
                        ? java.time.Instant.EPOCH
                        : filter.since()))
                .param("limit", limit)
                .query((row, n) -> link(row, n).entry()).list();
    }

    private static String text(@Nullable String wanted) {
        return wanted == null ? "" : wanted.replace("\0", "");
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        return new Link(new AuditLog.Entry(row.getLong("id"), Moments.instant(row, "happened_at"),
                new Actor(row.getString("account"), row.getString("account_name")), row.getString("action"),
                row.getString("subject"), row.getString("detail")), row.getString("hash"));
    }
}
