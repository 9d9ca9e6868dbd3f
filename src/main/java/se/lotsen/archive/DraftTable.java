package se.lotsen.archive;

import se.lotsen.storage.Moments;
import se.lotsen.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of what is being written, and of what was thrown away lately. Needs a transaction. */
final class DraftTable {
    private static final String COLUMNS = """
            id, file, text, based_on, version, state, origin, account, account_name, changed_at, note""";
    private final JdbcClient database;

    DraftTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Draft> of(String file) {
        return database.sql("select " + COLUMNS + " from draft where file = :file").param("file", file)
                .query(DraftTable::draft).optional();
    }

    Optional<Draft> byId(UUID id) {
        return database.sql("select " + COLUMNS + " from draft where id = :id").param("id", id)
                .query(DraftTable::draft).optional();
    }

    List<Draft> all() {
        return database.sql("select " + COLUMNS + " from draft order by changed_at desc, file")
                .query(DraftTable::draft).list();
    }

    void insert(Draft draft) {
        put("insert into draft (" + COLUMNS
                + ") values (:id, :file, :text, :basedOn, :version, :state, :origin,"
                + " :account, :name, :at, :note)", draft);
    }

    void update(Draft draft) {
        put("""
                update draft set text = :text, based_on = :basedOn, version = :version, state = :state,
                    origin = :origin, account = :account, account_name = :name, changed_at = :at, note = :note
                where id = :id and file = :file""", draft);
    }

    void delete(Draft draft) {
        database.sql("delete from draft where id = :id").param("id", draft.id()).update();
    }

    void discard(Draft draft, Instant at) {
        insertDiscarded(draft, at);
        delete(draft);
    }

    /** A draft that can be brought back, although it never was one. */
    void insertDiscarded(Draft draft, Instant at) {
        put("insert into discarded_draft (" + COLUMNS + ", discarded_at) values (:id, :file, :text, :basedOn,"
                + " :version, :state, :origin, :account, :name, :at, :note, :discarded)", draft, at);
    }

    Optional<Draft> discarded(UUID id) {
        return database.sql("select " + COLUMNS + " from discarded_draft where id = :id").param("id", id)
                .query(DraftTable::draft).optional();
    }

    List<Draft> discardedOf(String file) {
        return database
                .sql("select " + COLUMNS
                        + " from discarded_draft where file = :file order by discarded_at desc")
                .param("file", file).query(DraftTable::draft).list();
    }

    void forget(UUID discarded) {
        database.sql("delete from discarded_draft where id = :id").param("id", discarded).update();
    }

    void forgetBefore(Instant moment) {
        database.sql("delete from discarded_draft where discarded_at < :moment")
                .param("moment", Moments.stored(moment)).update();
    }

    private void put(String sql, Draft draft) {
        parameters(sql, draft).update();
    }

    private void put(String sql, Draft draft, Instant discarded) {
        parameters(sql, draft).param("discarded", Moments.stored(discarded)).update();
    }

    private JdbcClient.StatementSpec parameters(String sql, Draft draft) {
        return database.sql(sql)
                .param("id", draft.id())
                .param("file", draft.file())
                .param("text", draft.text())
                .param("basedOn", draft.basedOn())
                .param("version", draft.version())
                .param("state", draft.state().name())
                .param("origin", draft.origin().name())
                .param("account", draft.writer().account())
                .param("name", draft.writer().name())
                .param("at", Moments.stored(draft.changedAt()))
                .param("note", draft.note());
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(row.getObject("id", UUID.class), row.getString("file"), row.getString("text"),
                row.getInt("based_on"), row.getInt("version"), DraftState.valueOf(row.getString("state")),
                DraftOrigin.valueOf(row.getString("origin")),
                new Actor(row.getString("account"), row.getString("account_name")),
                Moments.instant(row, "changed_at"), row.getString("note"));
    }
}
