package se.lotsen.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.Actor;
import se.lotsen.storage.Moments;

/** The tables of runs and of their pages. Needs a transaction. */
final class RunTable {
    private static final String RUN = "id, source_id, dry, everything, state, reason, account, account_name, started_at, ended_at,"
            + " cancelling";
    private static final String ITEM = "position, address, listed, outcome, reason, status, title, file";
    private final JdbcClient database;

    RunTable(JdbcClient database) {
        this.database = database;
    }

    void insert(ImportRun run) {
        database.sql(
                """
                        insert into import_run (id, source_id, dry, everything, state, account, account_name, started_at,
                            cancelling, touched_at)
                        values (:id, :source, :dry, :everything, :state, :account, :name, :at, false, :touched)""")
                .param("id", run.id()).param("source", run.source()).param("dry", run.dry())
                .param("everything", run.everything()).param("state", run.state().name())
                .param("account", run.by().account()).param("name", run.by().name())
                .param("at", Moments.stored(run.startedAt()))
                // Free for whichever process takes it first.
                .param("touched", Moments.stored(Instant.EPOCH)).update();
    }

    Optional<ImportRun> one(UUID id) {
        return database.sql("select " + RUN + " from import_run where id = :id").param("id", id)
                .query(RunTable::run).optional();
    }

    /** The latest first. */
    List<ImportRun> of(UUID source, int limit) {
        return database.sql("select " + RUN
                + " from import_run where source_id = :source order by number desc fetch first :limit rows only")
                .param("source", source).param("limit", limit).query(RunTable::run).list();
    }

    List<ImportRun> underWay() {
        return database
                .sql("select " + RUN
                        + " from import_run where state in ('LISTING', 'RUNNING') order by number")
                .query(RunTable::run).list();
    }

    /** Whether the run is this worker's now: it was before, or nobody has worked on it since {@code stale}. */
    boolean claim(UUID run, UUID worker, Instant stale, Instant now) {
        return database
                .sql("""
                        update import_run set worker = :worker, touched_at = :now
                        where id = :id and state in ('LISTING', 'RUNNING') and (worker = :worker or touched_at < :stale)""")
                .param("id", run).param("worker", worker).param("stale", Moments.stored(stale))
                .param("now", Moments.stored(now)).update() == 1;
    }

    void cancel(UUID run) {
        database.sql(
                "update import_run set cancelling = true where id = :id and state in ('LISTING', 'RUNNING')")
                .param("id", run).update();
    }

    void running(UUID run) {
        database.sql("update import_run set state = 'RUNNING' where id = :id").param("id", run).update();
    }

    void end(UUID run, RunState state, @Nullable ItemReason reason, Instant at) {
        database.sql("update import_run set state = :state, reason = :reason, ended_at = :at where id = :id")
                .param("id", run).param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("at", Moments.stored(at)).update();
    }

    void insert(UUID run, RunItem item) {
        database.sql("insert into import_item (run_id, " + ITEM
                + ") values (:run, :position, :address, :listed, :outcome, :reason, :status, :title, :file)")
                .param("run", run).param("position", item.position()).param("address", item.address())
                .param("listed", item.listed()).param("outcome", item.outcome().name())
                .param("reason", item.reason() == null ? null : item.reason().name())
                .param("status", item.status())
                .param("title", item.title()).param("file", item.file()).update();
    }

    void update(UUID run, RunItem item) {
        database.sql(
                """
                        update import_item set outcome = :outcome, reason = :reason, status = :status, title = :title, file = :file
                        where run_id = :run and position = :position""")
                .param("run", run).param("position", item.position()).param("outcome", item.outcome().name())
                .param("reason", item.reason() == null ? null : item.reason().name())
                .param("status", item.status())
                .param("title", item.title()).param("file", item.file()).update();
    }

    /** The next page whose turn has not come. */
    Optional<RunItem> next(UUID run) {
        return database.sql("select " + ITEM
                + " from import_item where run_id = :run and outcome = 'PENDING' order by position fetch first 1 rows only")
                .param("run", run).query(RunTable::item).optional();
    }

    /** @param outcome of these alone; null for all */
    List<RunItem> items(UUID run, @Nullable ItemOutcome outcome, int from, int limit) {
        return database.sql("select " + ITEM + """
                 from import_item where run_id = :run and (:any or outcome = :outcome) and position >= :from
                order by position fetch first :limit rows only""")
                .param("run", run).param("any", outcome == null)
                .param("outcome", outcome == null ? "" : outcome.name()).param("from", from)
                .param("limit", limit)
                .query(RunTable::item).list();
    }

    Progress progress(UUID run) {
        Map<ItemOutcome, Integer> counts = new EnumMap<>(ItemOutcome.class);
        database.sql("select outcome, count(*) from import_item where run_id = :run group by outcome")
                .param("run", run)
                .query((row, n) -> counts.put(ItemOutcome.valueOf(row.getString(1)), row.getInt(2))).list();
        return new Progress(counts);
    }

    /** Whether an earlier page of the run has become the same file. */
    boolean has(UUID run, String file, int before) {
        return database.sql("""
                select count(*) from import_item where run_id = :run and file = :file and position < :before
                and outcome <> 'SKIPPED'""")
                .param("run", run).param("file", file).param("before", before).query(Integer.class)
                .single() > 0;
    }

    private static ImportRun run(ResultSet row, int n) throws SQLException {
        String reason = row.getString("reason");
        return new ImportRun(row.getObject("id", UUID.class), row.getObject("source_id", UUID.class),
                row.getBoolean("dry"), row.getBoolean("everything"), RunState.valueOf(row.getString("state")),
                reason == null ? null : ItemReason.valueOf(reason),
                new Actor(row.getString("account"), row.getString("account_name")),
                Moments.instant(row, "started_at"), Moments.instantOrNull(row, "ended_at"),
                row.getBoolean("cancelling"));
    }

    private static RunItem item(ResultSet row, int n) throws SQLException {
        String reason = row.getString("reason");
        return new RunItem(row.getInt("position"), row.getString("address"), row.getString("listed"),
                ItemOutcome.valueOf(row.getString("outcome")),
                reason == null ? null : ItemReason.valueOf(reason),
                row.getInt("status"), text(row.getString("title")), text(row.getString("file")));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
