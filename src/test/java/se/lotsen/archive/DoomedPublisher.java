package se.lotsen.archive;

import java.nio.file.Path;
import java.util.List;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.testing.MovedClock;

/** Publishes two pages together, again and again, and says so on standard output after each; somebody kills it. */
final class DoomedPublisher {
    static final String DATABASE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    static final List<String> FILES = List.of("pages/a.md", "pages/b.md");

    private DoomedPublisher() {
    }

    /** @param args the folder of the database, the knowledge base, and the first number that was not used yet */
    public static void main(String[] args) {
        KnowledgeFolder folder = new KnowledgeFolder(Path.of(args[1]));
        try (OpenArchive.Database database = new OpenArchive.Database(url(args[0]))) {
            OpenArchive open = new OpenArchive(database, folder, folder, false,
                    new MovedClock("2026-11-24T09:00:00Z"));
            for (int n = Integer.parseInt(args[2]);; n++) {
                int number = n;
                List<Draft> drafts = FILES.stream().map(file -> {
                    Draft draft = open.archive.begin(file, ArchiveForTests.VERA);
                    return open.archive.save(draft.id(), draft.version(), page(file, number),
                            ArchiveForTests.VERA);
                }).toList();
                open.archive.publish(drafts, ArchiveForTests.VERA, "");
                System.out.println("published " + n);
                System.out.flush();
            }
        }
    }

    static String url(String folder) {
        return "jdbc:h2:file:" + Path.of(folder, "record") + DATABASE;
    }

    /** Long enough to be written in several pieces. */
    static String page(String file, int number) {
        return """
                ---
                id: %s
                title: Sidan %s
                url: https://www.lindakra.example/%s
                area: prov
                owner: Prov
                audience: [residents]
                reviewed: 2026-09-14
                reviewBy: 2036-09-14
                nonDigitalRoute: "Ring oss."
                contact: utbildning
                questions:
                  - "vad är det här"
                ---
                # Sidan

                Det här är upplaga %d.
                """.formatted(name(file), name(file), name(file), number)
                + ("Det här är upplaga " + number + " av sidan.\n").repeat(2_000);
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}
