package se.lotsen.testing;

import java.util.regex.Pattern;
import java.util.regex.Matcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.lotsen.knowledge.KnowledgeFolder;

/** A knowledge base of a test's own in a temporary folder, and the one that is shipped. */
public final class KnowledgeFiles {
    private final Path root;
    private long writes;

    public KnowledgeFiles(Path root) {
        this.root = root;
    }

    /** The sample municipality's folder. */
    public static KnowledgeFolder shipped() {
        return new KnowledgeFolder(Path.of("knowledge-base"));
    }

    /** A copy of the sample municipality's files, pages with them. */
    public static KnowledgeFiles copyOfTheShipped(Path root) {
        Path from = shipped().root();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KnowledgeFiles(root);
    }

    public KnowledgeFolder folder() {
        return new KnowledgeFolder(root);
    }

    public KnowledgeFiles page(String name, PageFile page) {
        return write("pages/" + name, page.text());
    }

    public KnowledgeFiles write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Every write has a time of its own, so that two within a tick of the disk's clock are told apart. */
    public KnowledgeFiles write(String name, byte[] bytes) {
        Path file = root.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1000 * ++writes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public KnowledgeFiles delete(String name) {
        try {
            Files.delete(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** Every queue is open day and night, so that a test may run whenever it likes; the folder. */
    public Path alwaysOpen() {
        try {
            StringBuilder hours = new StringBuilder("""
                    timeZone: Europe/Stockholm
                    calendar:
                      eves: [christmas-eve]
                      shortenedDays: [walpurgis-night]
                    defaults: {publicHolidays: usual, eves: usual, shortenedDays: usual, bridgeDays: usual}
                    queues:
                    """);
            Matcher queues = Pattern.compile("(?m)^ {2}- id: (\\S+)")
                    .matcher(Files.readString(resolve("opening-hours.yaml")));
            while (queues.find()) {
                hours.append("  - id: ").append(queues.group(1))
                        .append("\n    weekly: {mon-sun: 0.00-24.00}\n");
            }
            write("opening-hours.yaml", hours.toString());
            return resolve(".").normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
