package se.lotsen.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.Moments;
import tools.jackson.databind.json.JsonMapper;

/** The table of sources. Needs a transaction. */
final class SourceTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "id, name, kind, settings, version, active_run";
    private final JdbcClient database;

    SourceTable(JdbcClient database) {
        this.database = database;
    }

    List<ImportSource> all() {
        return database.sql("select " + COLUMNS + " from import_source order by name, id")
                .query(SourceTable::source)
                .list();
    }

    Optional<ImportSource> one(UUID id) {
        return database.sql("select " + COLUMNS + " from import_source where id = :id").param("id", id)
                .query(SourceTable::source).optional();
    }

    void insert(ImportSource source, Instant at) {
        database.sql("""
                insert into import_source (id, name, kind, settings, version, made_at)
                values (:id, :name, :kind, :settings, :version, :at)""")
                .param("id", source.id()).param("name", source.name()).param("kind", source.kind().name())
                .param("settings", JSON.writeValueAsString(source.settings()))
                .param("version", source.version())
                .param("at", Moments.stored(at)).update();
    }

    /** Whether nobody has changed it since that version. */
    boolean update(ImportSource source, int version) {
        return database.sql("""
                update import_source set name = :name, settings = :settings, version = version + 1
                where id = :id and version = :version""")
                .param("id", source.id()).param("name", source.name())
                .param("settings", JSON.writeValueAsString(source.settings())).param("version", version)
                .update() == 1;
    }

    /** Whether no other run was under way. */
    boolean occupy(UUID source, UUID run) {
        return database
                .sql("update import_source set active_run = :run where id = :id and active_run is null")
                .param("id", source).param("run", run).update() == 1;
    }

    void release(UUID source, UUID run) {
        database.sql("update import_source set active_run = null where id = :id and active_run = :run")
                .param("id", source).param("run", run).update();
    }

    void delete(UUID id) {
        database.sql("delete from import_source where id = :id").param("id", id).update();
    }

    private static ImportSource source(ResultSet row, int n) throws SQLException {
        return new ImportSource(row.getObject("id", UUID.class), row.getString("name"),
                SourceKind.valueOf(row.getString("kind")),
                JSON.readValue(row.getString("settings"), SourceSettings.class), row.getInt("version"),
                row.getObject("active_run", UUID.class));
    }
}
