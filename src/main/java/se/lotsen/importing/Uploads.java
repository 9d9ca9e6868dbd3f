package se.lotsen.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** The files that were uploaded, one for each source, under names of our own. */
final class Uploads {
    private final Path folder;

    Uploads(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The source's file; empty when it has none. */
    Optional<Path> file(ImportSource source) {
        Path file = at(source.id());
        return source.settings().file().isEmpty() || !Files.isRegularFile(file)
                ? Optional.empty()
                : Optional.of(file);
    }

    /** Where a new file is written before it takes its place. */
    Path fresh() {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "upload", ".new");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void take(UUID source, Path fresh) {
        try {
            Files.move(fresh, at(source), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(UUID source) {
        try {
            Files.deleteIfExists(at(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path at(UUID source) {
        return folder.resolve(source.toString());
    }
}
