package se.lotsen.archive;

import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.testing.MovedClock;

/** The archive for the tests of other rooms, over a folder and a database at an address. */
public final class ArchiveForTests implements AutoCloseable {
    /** Somebody who writes. */
    public static final Actor VERA = new Actor("1", "Vera");
    public final Archive archive;
    public final KnowledgeWatch watch;
    public final SerialRecord record;
    public final AuditLog log;
    public final JdbcClient client;
    private final OpenArchive.Database database;

    /** Migrates the database first, and takes in what is in the folder. */
    public ArchiveForTests(String url, KnowledgeFolder folder, MovedClock clock) {
        database = new OpenArchive.Database(url);
        OpenArchive open = new OpenArchive(database, folder, folder, false, clock);
        archive = open.archive;
        watch = open.watch;
        record = open.record;
        log = open.log;
        client = database.client;
    }

    @Override
    public void close() {
        database.close();
    }
}
