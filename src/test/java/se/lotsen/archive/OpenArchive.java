package se.lotsen.archive;

import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.Notices;
import se.lotsen.storage.SerialRecord;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.LibraryChanged;
import se.lotsen.knowledge.Watching;
import se.lotsen.testing.MovedClock;

/** The room as a service has it after a start, put together by hand over a database and a folder. */
final class OpenArchive {
    static final Actor OUTSIDE = Actor.machine("Mappen");
    final Archive archive;
    final AuditLog log;
    final SerialRecord record;
    final KnowledgeWatch watch;
    final RevisionTable revisions;
    final OutsideEdits outside;
    final CatchUp catchUp;

    /** A database that outlives starts. */
    static final class Database implements AutoCloseable {
        final JdbcClient client;
        final TransactionTemplate transactions;
        private final HikariDataSource connections = new HikariDataSource();

        Database(String url) {
            connections.setJdbcUrl(url);
            Flyway.configure().dataSource(connections).load().migrate();
            client = JdbcClient.create(connections);
            transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
        }

        void empty() {
            List.of("file_revision", "draft", "discarded_draft", "audit_entry")
                    .forEach(table -> client.sql("delete from " + table).update());
        }

        @Override
        public void close() {
            connections.close();
        }
    }

    /** @param written where publications are written; another folder than the one that is read for a disk that fails */
    OpenArchive(Database database, KnowledgeFolder folder, KnowledgeFolder written, boolean fourEyes,
            MovedClock clock) {
        this(database, folder, written, fourEyes, clock, Leadership.ALONE);
    }

    /** @param leadership anything but {@link Leadership#ALONE} is one process of several */
    OpenArchive(Database database, KnowledgeFolder folder, KnowledgeFolder written, boolean fourEyes,
            MovedClock clock, Leadership leadership) {
        ArchiveProperties properties = new ArchiveProperties(fourEyes, ZoneId.of("Europe/Stockholm"),
                Duration.ofDays(30));
        record = new SerialRecord(database.transactions);
        revisions = new RevisionTable(database.client);
        DraftTable drafts = new DraftTable(database.client);
        log = new AuditLog(database.client, record, clock);
        WorkingCopy copy = new WorkingCopy(written);
        catchUp = new CatchUp(record, revisions, copy, folder, leadership == Leadership.ALONE);
        catchUp.supply();
        watch = Watching.over(folder, this::hear);
        Publisher publisher = new Publisher(record, revisions, copy, folder, watch, new PageCheck(folder));
        archive = new Archive(record, drafts, revisions, log, publisher, properties, clock,
                Notices.inProcess());
        outside = new OutsideEdits(record, drafts, revisions, log, copy, publisher, folder, watch, properties,
                OUTSIDE, clock, catchUp, leadership, Notices.inProcess());
        outside.afterSingletonsInstantiated();
    }

    private void hear(Object event) {
        if (event instanceof LibraryChanged changed) {
            outside.pages(changed);
        } else if (event instanceof KnowledgeFilesChanged changed) {
            outside.files(changed);
        }
    }

    /** Numbers and origins of a file's revisions, the first first. */
    List<Map.Entry<Integer, RevisionOrigin>> history(String file) {
        return archive.history(file).reversed().stream()
                .map(revision -> Map.entry(revision.number(), revision.origin())).toList();
    }
}
