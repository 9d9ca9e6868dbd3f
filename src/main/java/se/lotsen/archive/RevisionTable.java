package se.lotsen.archive;

import se.lotsen.storage.Moments;
import se.lotsen.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what was served. Needs a transaction. */
final class RevisionTable {
    private static final String COLUMNS = """
            file, number, text, digest, removed, origin, account, account_name, made_at, note""";
    private final JdbcClient database;

    RevisionTable(JdbcClient database) {
        this.database = database;
    }

    /** The latest of a file without its text. */
    record Head(int number, String digest, boolean removed, boolean written) {

        /** Of what is served; empty when nothing is. */
        String published() {
            return removed ? "" : digest;
        }
    }

    Map<String, Head> heads() {
        Map<String, Head> heads = new LinkedHashMap<>();
        database.sql("select file, number, digest, removed, written from file_revision order by file, number")
                .query(row -> {
                    heads.put(row.getString(1), new Head(row.getInt(2), row.getString(3), row.getBoolean(4),
                            row.getBoolean(5)));
                });
        return heads;
    }

    Optional<Revision> latest(String file) {
        return database
                .sql("select " + COLUMNS
                        + " from file_revision where file = :file order by number desc limit 1")
                .param("file", file).query(RevisionTable::revision).optional();
    }

    /** The number of the latest of a file; 0 for none. */
    int number(String file) {
        return database.sql("select coalesce(max(number), 0) from file_revision where file = :file")
                .param("file", file).query(Integer.class).single();
    }

    Optional<Revision> one(String file, int number) {
        return database
                .sql("select " + COLUMNS + " from file_revision where file = :file and number = :number")
                .param("file", file).param("number", number).query(RevisionTable::revision).optional();
    }

    /** Whether the file had this text once. */
    boolean had(String file, String digest) {
        return database
                .sql("select count(*) from file_revision where file = :file and digest = :digest and not removed")
                .param("file", file).param("digest", digest).query(Long.class).single() > 0;
    }

    List<Revision> of(String file) {
        return database
                .sql("select " + COLUMNS + " from file_revision where file = :file order by number desc")
                .param("file", file).query(RevisionTable::revision).list();
    }

    /** Of a page by its id, whatever its file is called. */
    Optional<Revision> ofPage(String page, String digestPrefix) {
        return database
                .sql("select " + COLUMNS + " from file_revision where page = :page and digest like :prefix"
                        + " order by made_at desc, number desc limit 1")
                .param("page", page).param("prefix", digestPrefix + "%").query(RevisionTable::revision)
                .optional();
    }

    Optional<Revision> withDigest(String file, String digest) {
        return database
                .sql("select " + COLUMNS + " from file_revision where file = :file and digest = :digest"
                        + " and removed = false order by number desc limit 1")
                .param("file", file).param("digest", digest).query(RevisionTable::revision).optional();
    }

    /** What came after a revision, as the archive knows the file. */
    Optional<Revision> after(Revision revision) {
        return one(revision.file(), revision.number() + 1);
    }

    /** @param page the page's id; null for a file that is no page, or none that can be read */
    void insert(Revision revision, @Nullable String page) {
        database.sql("insert into file_revision (" + COLUMNS
                + ", page, written) values (:file, :number, :text, :digest,"
                + " :removed, :origin, :account, :name, :at, :note, :page, false)")
                .param("file", revision.file())
                .param("number", revision.number())
                .param("text", revision.text())
                .param("digest", revision.digest())
                .param("removed", revision.removed())
                .param("origin", revision.origin().name())
                .param("account", revision.by().account())
                .param("name", revision.by().name())
                .param("at", Moments.stored(revision.at()))
                .param("note", revision.note())
                .param("page", page)
                .update();
    }

    /** The working copy holds it. */
    void written(Revision revision) {
        database.sql("update file_revision set written = true where file = :file and number = :number")
                .param("file", revision.file()).param("number", revision.number()).update();
    }

    /** The latest of each file of which nobody knows whether the working copy holds it. */
    List<Revision> unwritten() {
        return database.sql("select " + COLUMNS + " from file_revision r where written = false and number ="
                + " (select max(number) from file_revision o where o.file = r.file) order by file")
                .query(RevisionTable::revision).list();
    }

    private static Revision revision(ResultSet row, int n) throws SQLException {
        return new Revision(row.getString("file"), row.getInt("number"), row.getString("text"),
                row.getString("digest"), row.getBoolean("removed"),
                RevisionOrigin.valueOf(row.getString("origin")),
                new Actor(row.getString("account"), row.getString("account_name")),
                Moments.instant(row, "made_at"), row.getString("note"));
    }
}
