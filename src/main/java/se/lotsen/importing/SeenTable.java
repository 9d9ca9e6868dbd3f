package se.lotsen.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.Moments;

/** The table of what is known of pages at their sources. Needs a transaction. */
final class SeenTable {
    private static final String COLUMNS = "address, file, digest, etag, last_modified, listed, gone_at, gone_reason";
    private final JdbcClient database;

    SeenTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Seen> one(UUID source, String address) {
        return database
                .sql("select " + COLUMNS
                        + " from import_seen where source_id = :source and address = :address")
                .param("source", source).param("address", address).query(SeenTable::seen).optional();
    }

    List<Seen> all(UUID source) {
        return database
                .sql("select " + COLUMNS + " from import_seen where source_id = :source order by address")
                .param("source", source).query(SeenTable::seen).list();
    }

    /** A page that is there, instead of what was known of it. */
    void put(UUID source, Seen seen) {
        database.sql("delete from import_seen where source_id = :source and address = :address")
                .param("source", source).param("address", seen.address()).update();
        database.sql("insert into import_seen (source_id, " + COLUMNS
                + ") values (:source, :address, :file, :digest, :etag, :modified, :listed, :gone, :reason)")
                .param("source", source).param("address", seen.address()).param("file", seen.file())
                .param("digest", seen.digest()).param("etag", seen.etag())
                .param("modified", seen.lastModified())
                .param("listed", seen.listed())
                .param("gone", seen.goneAt() == null ? null : Moments.stored(seen.goneAt()))
                .param("reason", seen.goneReason() == null ? null : seen.goneReason().name()).update();
    }

    void gone(UUID source, String address, ItemReason reason, Instant at) {
        database.sql("""
                update import_seen set gone_at = coalesce(gone_at, :at), gone_reason = :reason
                where source_id = :source and address = :address""")
                .param("source", source).param("address", address).param("reason", reason.name())
                .param("at", Moments.stored(at)).update();
    }

    /** Somebody has seen that the page is gone: nothing more is known of it. False when no such page is gone. */
    boolean forget(UUID source, String address) {
        return database.sql(
                "delete from import_seen where source_id = :source and address = :address and gone_at is not null")
                .param("source", source).param("address", address).update() > 0;
    }

    List<GoneAlarm> alarms() {
        return database.sql("""
                select s.id as source, s.name as source_name, e.file, e.address, e.gone_reason, e.gone_at
                from import_seen e join import_source s on s.id = e.source_id
                where e.gone_at is not null order by e.gone_at desc, e.address""")
                .query((row, n) -> new GoneAlarm(row.getObject("source", UUID.class),
                        row.getString("source_name"),
                        row.getString("file"), row.getString("address"),
                        ItemReason.valueOf(row.getString("gone_reason")),
                        Moments.instant(row, "gone_at")))
                .list();
    }

    private static Seen seen(ResultSet row, int n) throws SQLException {
        @Nullable
        String reason = row.getString("gone_reason");
        return new Seen(row.getString("address"), row.getString("file"), row.getString("digest"),
                row.getString("etag"), row.getString("last_modified"), row.getString("listed"),
                Moments.instantOrNull(row, "gone_at"),
                reason == null ? null : ItemReason.valueOf(reason));
    }
}
