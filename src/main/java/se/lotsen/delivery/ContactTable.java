package se.lotsen.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
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

    /** Of a promise whose contact somebody has opened; nothing for one that nobody has. */
    Optional<ContactDetail> ofOpened(UUID promise) {
        return database
                .sql("""
                        select kind, detail from promise_contact where promise_id = :promise and exists
                            (select 1 from contact_opening o where o.promise_id = promise_contact.promise_id)""")
                .param("promise", promise)
                .query((row, n) -> new ContactDetail(ContactDetail.Kind.valueOf(row.getString(1)),
                        row.getString(2)))
                .optional();
    }

    /** The same contact for another promise. */
    void copy(UUID from, UUID to) {
        database.sql("""
                insert into promise_contact (promise_id, kind, detail)
                select cast(:to as uuid), kind, detail from promise_contact where promise_id = :from""")
                .param("to", to).param("from", from).update();
    }

    Map<UUID, List<ContactOpening>> openings(Set<UUID> promises) {
        Map<UUID, List<ContactOpening>> openings = new HashMap<>();
        database.sql("""
                select promise_id, opened_by, opened_at from contact_opening where promise_id in (:promises)
                order by id""")
                .param("promises", promises)
                .query((RowCallbackHandler) row -> openings
                        .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new ContactOpening(row.getString(2), PromiseTable.instant(row, "opened_at"))));
        return openings;
    }
}
