package se.lotsen.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import se.lotsen.backup.BackupFault.Reason;

/**
 * Asks the running service for a backup, by a file in its data folder: whoever may write there may read the database anyway,
 * so that no key, no port and no route is needed. The service takes the request away, writes, and lays down the result.
 */
final class BackupErrand {
    static final String FOLDER = "backup-requests";
    static final String REQUEST = ".request";
    static final String TAKEN = ".taken";
    static final String DONE = ".zip";
    static final String FAILED = ".failed";
    private static final Duration LOOK = Duration.ofMillis(200);
    /** Until it is taken up. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Longer than a busy disk makes one wait. */
    private static final Duration STALL = Duration.ofMinutes(2);
    private final Path folder;

    BackupErrand(Path data) {
        this.folder = data.resolve(FOLDER);
    }

    /** Returns the finished file, for the caller to move. */
    Path send() {
        String id = UUID.randomUUID().toString();
        Path request = folder.resolve(id + REQUEST);
        try {
            Files.createDirectories(folder);
            Files.createFile(request);
        } catch (IOException e) {
            throw new BackupFault(e, Reason.UNWRITABLE, folder.toAbsolutePath());
        }
        awaitTaken(request);
        return awaitDone(id);
    }

    /** As long as the file grows; a service that was killed writes no more. */
    private Path awaitDone(String id) {
        Path done = folder.resolve(id + DONE);
        Path part = folder.resolve(id + DONE + ".part");
        long size = -1;
        long stalled = System.nanoTime();
        while (!Files.exists(done)) {
            long now = part.toFile().length();
            if (now != size) {
                size = now;
                stalled = System.nanoTime();
            }
            if (Files.exists(folder.resolve(id + FAILED))
                    || System.nanoTime() - stalled > STALL.toNanos()) {
                throw new BackupFault(Reason.SERVICE_FAILED);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return done;
    }

    private static void awaitTaken(Path request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(request)) {
            if (System.nanoTime() > end) {
                try {
                    Files.deleteIfExists(request);
                } catch (IOException e) {
                    throw new BackupFault(e, Reason.SERVICE_SILENT);
                }
                throw new BackupFault(Reason.SERVICE_SILENT);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
