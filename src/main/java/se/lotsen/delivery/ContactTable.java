package se.lotsen.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How to reach citizens, and who has looked. Read by nobody without a line about it. */
final class ContactTable {
    private final JdbcClient database;

    ContactTable(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID promise, ContactDetail contact) {
        database.sql(
                "insert into promise_contact (promise_id, kind, detail) values (:promise, :kind, :detail)")
                .param("promise", promise).param("kind", contact.kind().name())
                .param("detail", contact.value()).update();
    }

    /** Writes down who looks, and shows it; nothing of either when there is nothing to see. */
    Optional<ContactDetail> open(UUID promise, String account, Instant at) {
        Optional<ContactDetail> contact = database
                .sql("select kind, detail from promise_contact where promise_id = :promise")
                .param("promise", promise)
                .query((row, n) -> new ContactDetail(ContactDetail.Kind.valueOf(row.getString(1)),
                        row.getString(2)))
                .optional();
        if (contact.isPresent()) {
            database.sql(
                    """
                            insert into contact_opening (promise_id, opened_by, opened_at) values (:promise, :by, :at)""")
                    .param("promise", promise).param("by", account).param("at", PromiseTable.stored(at))
                    .update();
        }
        return contact;
    }

    List<ContactOpening> openings(UUID promise) {
        return database.sql("""
                select opened_by, opened_at from contact_opening where promise_id = :promise order by id""")
                .param("promise", promise)
                .query((row, n) -> new ContactOpening(row.getString(1),
                        PromiseTable.instant(row, "opened_at")))
                .list();
    }
}
