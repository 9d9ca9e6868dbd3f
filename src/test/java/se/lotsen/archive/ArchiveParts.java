package se.lotsen.archive;

import se.lotsen.audit.Actor;
import static se.lotsen.testing.PageFile.aPage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.MovedClock;

/** What the parts of the contract share. The folder begins with the pages a and b and a list of contacts. */
interface ArchiveParts {
    String A = "pages/a.md";
    String B = "pages/b.md";
    String CONTACTS = "contacts.yaml";
    Actor VERA = new Actor("1", "Vera");
    Actor GUNN = new Actor("2", "Gunn");

    KnowledgeFiles files();

    MovedClock clock();

    OpenArchive.Database database();

    /** The service after its latest start. */
    OpenArchive open();

    /** Starts the service again over the same database and folder. */
    OpenArchive restart(boolean fourEyes);

    /** The same, on a disk that takes no publication. */
    OpenArchive restartUnwritable(boolean fourEyes);

    default Archive archive() {
        return open().archive;
    }

    static String page(String id, String body) {
        return aPage(id).body(body + "\n").text();
    }

    default String served(String file) {
        try {
            return Files.readString(files().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    default boolean exists(String file) {
        return Files.exists(files().resolve(file));
    }

    default Draft draft(String file, String text, Actor by) {
        Draft read = archive().begin(file, by);
        return archive().save(read.id(), read.version(), text, by);
    }

    default Revision publish(String file, String text) {
        return archive().publish(List.of(draft(file, text, VERA)), GUNN, "").getFirst();
    }

    default long rows(String table) {
        return database().client.sql("select count(*) from " + table).query(Long.class).single();
    }
}
