package se.lotsen.recall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.Actor;
import se.lotsen.storage.Moments;

/** The table of corrections. */
final class CorrectionTable {
    private static final String SELECT = """
            select id, page, title, wrong_revision, right_revision, marks, said_from, said_until, text, state, version,
                account, account_name, changed_at from correction\s""";
    private final JdbcClient database;

    CorrectionTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Correction> find(UUID id) {
        return database.sql(SELECT + "where id = :id").param("id", id).query(CorrectionTable::row).optional();
    }

    /** The one changed last first. */
    List<Correction> latest(int limit) {
        return database.sql(SELECT + "order by changed_at desc, id limit :limit").param("limit", limit)
                .query(CorrectionTable::row).list();
    }

    List<Correction> in(Correction.State state) {
        return database.sql(SELECT + "where state = :state order by changed_at, id")
                .param("state", state.name()).query(CorrectionTable::row).list();
    }

    void insert(Correction correction) {
        Selection of = correction.selection();
        database.sql(
                """
                        insert into correction (id, page, title, wrong_revision, right_revision, marks, said_from, said_until,
                            text, state, version, account, account_name, changed_at)
                        values (:id, :page, :title, :wrong, :right, :marks, cast(:from as timestamp with time zone),
                            cast(:until as timestamp with time zone), :text, :state, :version, :account, :name, :at)""")
                .param("id", correction.id()).param("page", of.page()).param("title", correction.title())
                .param("wrong", of.wrong()).param("right", of.right())
                .param("marks", String.join(",", new TreeSet<>(of.marks())))
                .param("from", stored(of.from())).param("until", stored(of.until()))
                .param("text", correction.text()).param("state", correction.state().name())
                .param("version", correction.version()).param("account", correction.by().account())
                .param("name", correction.by().name())
                .param("at", Moments.stored(correction.changedAt())).update();
    }

    /** False when it is not at the version before this one any more. */
    boolean update(Correction correction) {
        return database.sql("""
                update correction set text = :text, state = :state, version = :version, account = :account,
                    account_name = :name, changed_at = :at where id = :id and version = :before""")
                .param("id", correction.id()).param("text", correction.text())
                .param("state", correction.state().name()).param("version", correction.version())
                .param("before", correction.version() - 1).param("account", correction.by().account())
                .param("name", correction.by().name())
                .param("at", Moments.stored(correction.changedAt())).update() == 1;
    }

    void delete(UUID id) {
        database.sql("delete from correction where id = :id").param("id", id).update();
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant moment) {
        return moment == null ? null : Moments.stored(moment);
    }

    private static Correction row(ResultSet row, int n) throws SQLException {
        Selection selection = new Selection(row.getString("page"), row.getInt("wrong_revision"),
                row.getInt("right_revision"),
                new LinkedHashSet<>(Arrays.asList(row.getString("marks").split(","))),
                Moments.instantOrNull(row, "said_from"),
                Moments.instantOrNull(row, "said_until"));
        return new Correction(row.getObject("id", UUID.class), selection, row.getString("title"),
                row.getString("text"), Correction.State.valueOf(row.getString("state")),
                row.getInt("version"), new Actor(row.getString("account"), row.getString("account_name")),
                Moments.instant(row, "changed_at"));
    }
}
