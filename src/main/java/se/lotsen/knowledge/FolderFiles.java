package se.lotsen.knowledge;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files below a folder in which others work meanwhile: whoever publishes, an editor's own programs, Git. What vanishes while
 * it is being listed is left out; {@link Files#walk} would refuse the whole folder for it.
 */
public final class FolderFiles {
    private FolderFiles() {
    }

    /**
     * Everything but folders and links to folders, in the order of the names; also what cannot be read, such as a link to nothing.
     *
     * @param folder exists
     * @throws IOException when it, or a folder in it that is still there, cannot be listed
     */
    public static List<Path> below(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!Files.isDirectory(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                return unlessGone(file, fault);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault)
                    throws IOException {
                return fault == null ? FileVisitResult.CONTINUE : unlessGone(visited, fault);
            }

            private FileVisitResult unlessGone(Path path, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException && !path.equals(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                throw fault;
            }
        });
        files.sort(null);
        return files;
    }
}
