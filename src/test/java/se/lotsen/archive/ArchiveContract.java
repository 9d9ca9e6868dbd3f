package se.lotsen.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.storage.Leadership;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.MovedClock;

/** What the archive promises, whichever database holds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class ArchiveContract
        implements
            DraftContract,
            PublishContract,
            OutsideEditContract,
            SeveralProcessesContract,
            AuditContract {
    @TempDir
    private Path temporary;
    private OpenArchive.Database database;
    private KnowledgeFiles files;
    private MovedClock clock;
    private OpenArchive open;

    /** The database's JDBC address. */
    abstract String url();

    @BeforeEach
    void begin() throws IOException {
        if (database == null) {
            database = new OpenArchive.Database(url());
        }
        database.empty();
        clock = new MovedClock("2026-11-24T09:00:00.123456Z");
        files = new KnowledgeFiles(Files.createTempDirectory(temporary, "kunskap"))
                .write(A, ArchiveParts.page("a", "A.")).write(B, ArchiveParts.page("b", "B."))
                .write(CONTACTS, "contacts: []\n");
        restart(false);
    }

    @AfterAll
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Override
    public OpenArchive.Database database() {
        return database;
    }

    @Override
    public KnowledgeFiles files() {
        return files;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public OpenArchive open() {
        return open;
    }

    @Override
    public OpenArchive restart(boolean fourEyes) {
        open = new OpenArchive(database, files.folder(), files.folder(), fourEyes, clock);
        return open;
    }

    @Override
    public OpenArchive process(KnowledgeFiles folder, Leadership leadership) {
        return new OpenArchive(database, folder.folder(), folder.folder(), false, clock, leadership);
    }

    @Override
    public KnowledgeFiles newFolder() throws IOException {
        return new KnowledgeFiles(Files.createTempDirectory(temporary, "annan"));
    }

    /** Folders stand there where the files are to be. */
    @Override
    public OpenArchive restartUnwritable(boolean fourEyes) {
        KnowledgeFiles full = new KnowledgeFiles(temporary.resolve("full"))
                .write(A + "/hinder", "").write(B + "/hinder", "").write("pages/c.md/hinder", "");
        open = new OpenArchive(database, files.folder(), full.folder(), fourEyes, clock);
        return open;
    }
}
