package se.lotsen.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.knowledge.FolderFiles;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Page;

/**
 * The files in the knowledge-base folder as the archive writes them: whole or not at all. It writes pages and the editors'
 * files beside them, and refuses every other name, whatever somebody calls a page. It remembers what it wrote and what it was
 * shown, so that an old text is told from one that somebody has changed. Safe for concurrent use.
 */
final class WorkingCopy {
    private static final Logger log = LoggerFactory.getLogger(WorkingCopy.class);
    /** A name that is no way up or out, and not hidden. */
    private static final String NAME = "[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]*";
    private static final Pattern PAGE = Pattern.compile("pages/(" + NAME + "/)*" + NAME + "\\.md");
    private static final Pattern BESIDE = Pattern
            .compile("(policies/)?[a-z0-9-]+(\\.[a-z-]+)?\\.(yaml|txt|tsv)");
    private final KnowledgeFolder folder;
    /** Digests by file, as this process last left or found them in order; none for a file that is not there. */
    private final Map<String, String> held = new ConcurrentHashMap<>();

    WorkingCopy(KnowledgeFolder folder) {
        this.folder = folder;
    }

    /** Whether a file's versions are kept, by its name. */
    static boolean isKept(String file) {
        return PAGE.matcher(file).matches() || BESIDE.matcher(file).matches();
    }

    /** Empty before the file was met; an empty digest for one that was not there. */
    Optional<String> held(String file) {
        return Optional.ofNullable(held.get(file));
    }

    /** The file is in order as it is. */
    void isInOrder(String file, String digest) {
        held.put(file, digest);
    }

    void bring(Revision revision) {
        if (revision.removed()) {
            remove(revision.file());
        } else {
            write(revision.file(), revision.text());
        }
    }

    void write(String file, String text) {
        Path target = folder.resolve(file);
        try {
            long before = Files.exists(target) ? Files.getLastModifiedTime(target).toMillis() : 0;
            Files.createDirectories(target.getParent());
            Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".new");
            try {
                Files.writeString(fresh, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                keepPermissions(target, fresh);
                if (Files.getLastModifiedTime(fresh).toMillis() <= before) {
                    // Whoever compares times and sizes must see that it is another file.
                    Files.setLastModifiedTime(fresh, FileTime.fromMillis(before + 1));
                }
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                held.put(file, Page.digestOf(text));
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Whoever else reads the folder, such as another account's Git, reads on. */
    private static void keepPermissions(Path target, Path fresh) throws IOException {
        if (Files.exists(target)
                && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(target));
        }
    }

    void remove(String file) {
        try {
            Files.deleteIfExists(folder.resolve(file));
            held.put(file, "");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Looked at before anything is decided, so that nothing is half done. */
    void refuseUnwritable(Collection<String> files) {
        for (String file : files) {
            Path place = folder.resolve(file).getParent();
            while (place != null && !Files.exists(place)) {
                place = place.getParent();
            }
            if (place == null || !Files.isDirectory(place) || !Files.isWritable(place)) {
                throw new ArchiveRefusal.FolderReadOnly(folder.root().toString());
            }
        }
    }

    /** Every file in a folder whose versions are kept, in order. */
    static SortedSet<String> files(KnowledgeFolder folder) {
        if (!Files.isDirectory(folder.root())) {
            return new TreeSet<>();
        }
        try {
            return FolderFiles.below(folder.root()).stream().filter(Files::isRegularFile)
                    .map(file -> folder.root().relativize(file).toString().replace('\\', '/'))
                    .filter(WorkingCopy::isKept)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ArchiveRefusal unwritable(IOException e) {
        log.error("A file of the knowledge base cannot be written in {}", folder.root(), e);
        return new ArchiveRefusal.FolderReadOnly(folder.root().toString());
    }
}
