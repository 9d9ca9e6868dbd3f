package se.lotsen.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import se.lotsen.storage.Undisturbed;

/** The service's side of {@link BackupErrand}: writes the backups that are asked for, one at a time, beside its work. */
final class BackupDesk {
    private static final Logger log = LoggerFactory.getLogger(BackupDesk.class);
    private final Path data;
    private final Path folder;
    private final Vault vault;
    private final DataSource database;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Throws away what an earlier process has left: nobody waits for it any more. */
    BackupDesk(Place place, DataSource database, Clock clock) {
        this.data = place.data();
        this.folder = data.resolve(BackupErrand.FOLDER);
        this.vault = new Vault(place, clock, Progress.SILENT);
        this.database = database;
        UnfinishedRestore.refuse(data);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns at once; whoever looks the next time finds it busy, or free. */
    void look() {
        if (Files.isDirectory(folder) && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("backup").start(() -> {
                try {
                    serve();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void serve() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> requests = files.filter(file -> file.toString().endsWith(BackupErrand.REQUEST))
                    .toList();
            for (Path request : requests) {
                serve(request);
            }
        } catch (IOException e) {
            log.error("Requests for a backup cannot be read in {}", folder, e);
        }
    }

    private void serve(Path request) throws IOException {
        String id = request.getFileName().toString().replace(BackupErrand.REQUEST, "");
        Path taken = folder.resolve(id + BackupErrand.TAKEN);
        Files.move(request, taken);
        long begun = System.nanoTime();
        try {
            Undisturbed.run(() -> write(folder.resolve(id + BackupErrand.DONE)));
            log.info("A backup was written in {} ms", Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } catch (BackupFault | IllegalStateException e) {
            log.error("A backup was asked for and could not be written", e);
            Files.createFile(folder.resolve(id + BackupErrand.FAILED));
        }
        Files.deleteIfExists(taken);
    }

    private boolean write(Path target) {
        try (Connection connection = database.getConnection()) {
            vault.write(connection, target);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read for a backup", e);
        }
    }
}
