package se.lotsen.gaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.Actor;
import se.lotsen.storage.Moments;
import se.lotsen.conversation.ConversationId;
import se.lotsen.gaps.KnownGap.Reasked;

/** The tables of gaps. Needs a transaction. */
final class GapTable {
    private static final String COLUMNS = """
            id, language, conversation_id, answer, state, assignee, assignee_name, opened_at, changed_at, reason,
            reasked_at, reasked_answered, reasked_count, reasked_page, reasked_revision, version""";
    private final JdbcClient database;

    GapTable(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, KnownGap> all() {
        Map<UUID, KnownGap> all = new LinkedHashMap<>();
        database.sql("select " + COLUMNS + " from gap order by opened_at, id").query(GapTable::gap).list()
                .forEach(gap -> all.put(gap.id(), gap));
        return all;
    }

    Optional<KnownGap> one(UUID id) {
        return database.sql("select " + COLUMNS + " from gap where id = :id").param("id", id)
                .query(GapTable::gap).optional();
    }

    void insert(KnownGap gap) {
        row(database.sql("insert into gap (" + COLUMNS + ") values (:id, :language, :conversation, :answer,"
                + " :state, :assignee, :name, :opened, :changed, :reason, :at, :answered, :asked, :page,"
                + " :revision, :version)"), gap).update();
    }

    /** As it is now, whatever version it had. */
    void update(KnownGap gap) {
        row(database
                .sql("""
                        update gap set language = :language, conversation_id = :conversation, answer = :answer, state = :state,
                        assignee = :assignee, assignee_name = :name, opened_at = :opened, changed_at = :changed,
                        reason = :reason, reasked_at = :at, reasked_answered = :answered, reasked_count = :asked,
                        reasked_page = :page, reasked_revision = :revision, version = :version where id = :id"""),
                gap)
                .update();
    }

    private static JdbcClient.StatementSpec row(JdbcClient.StatementSpec statement, KnownGap gap) {
        Actor assignee = gap.assignee();
        Reasked reasked = gap.reasked();
        return statement.param("id", gap.id()).param("language", gap.language())
                .param("conversation", gap.representative().conversation().value())
                .param("answer", gap.representative().answer()).param("state", gap.state().name())
                .param("assignee", assignee == null ? null : assignee.account())
                .param("name", assignee == null ? null : assignee.name())
                .param("opened", Moments.stored(gap.openedAt()))
                .param("changed", Moments.stored(gap.changedAt())).param("reason", gap.reason())
                .param("at", reasked == null ? null : Moments.stored(reasked.at()))
                .param("answered", reasked == null ? null : reasked.answered())
                .param("asked", reasked == null ? null : reasked.asked())
                .param("page", reasked == null ? null : reasked.page())
                .param("revision", reasked == null ? null : reasked.revision())
                .param("version", gap.version());
    }

    /** Forgets a gap with its questions. */
    void delete(UUID id) {
        database.sql("delete from gap where id = :id").param("id", id).update();
    }

    /** Which gap each question belongs to. */
    Map<Turn, UUID> questions() {
        Map<Turn, UUID> questions = new HashMap<>();
        database.sql("select conversation_id, answer, gap_id from gap_question").query(row -> {
            questions.put(turn(row), row.getObject("gap_id", UUID.class));
        });
        return questions;
    }

    /** From now on it belongs to this gap. */
    void put(Turn turn, UUID gap, boolean known) {
        database.sql(known
                ? "update gap_question set gap_id = :gap where conversation_id = :conversation and answer = :answer"
                : "insert into gap_question (conversation_id, answer, gap_id) values (:conversation, :answer, :gap)")
                .param("conversation", turn.conversation().value()).param("answer", turn.answer())
                .param("gap", gap).update();
    }

    /** It belongs to none. */
    void remove(Turn turn) {
        database.sql("delete from gap_question where conversation_id = :conversation and answer = :answer")
                .param("conversation", turn.conversation().value()).param("answer", turn.answer()).update();
    }

    List<String> files(UUID gap) {
        return database.sql("select file from gap_file where gap_id = :gap order by file").param("gap", gap)
                .query(String.class).list();
    }

    /** That was changed for a gap; a second time changes nothing. */
    void addFile(UUID gap, String file) {
        if (!files(gap).contains(file)) {
            database.sql("insert into gap_file (gap_id, file) values (:gap, :file)").param("gap", gap)
                    .param("file", file).update();
        }
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getInt("answer"));
    }

    private static KnownGap gap(ResultSet row, int n) throws SQLException {
        String assignee = row.getString("assignee");
        return new KnownGap(row.getObject("id", UUID.class), row.getString("language"), turn(row),
                GapState.valueOf(row.getString("state")),
                assignee == null ? null : new Actor(assignee, row.getString("assignee_name")),
                Moments.instant(row, "opened_at"), Moments.instant(row, "changed_at"),
                row.getString("reason"), reasked(row), row.getInt("version"));
    }

    private static @Nullable Reasked reasked(ResultSet row) throws SQLException {
        Instant at = Moments.instantOrNull(row, "reasked_at");
        return at == null
                ? null
                : new Reasked(at, row.getInt("reasked_answered"), row.getInt("reasked_count"),
                        row.getString("reasked_page"), row.getString("reasked_revision"));
    }
}
