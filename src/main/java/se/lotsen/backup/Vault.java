package se.lotsen.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import se.lotsen.backup.BackupFault.Reason;

/**
 * Backup and restore of one place. Every method blocks; what cannot be done is a {@link BackupFault}, and leaves no file and
 * no row behind.
 */
public final class Vault {
    private static final Logger log = LoggerFactory.getLogger(Vault.class);
    private final Place place;
    private final Clock clock;
    private final Progress progress;

    /** @param progress told of each table and folder */
    public Vault(Place place, Clock clock, Progress progress) {
        this.place = place;
        this.clock = clock;
        this.progress = progress;
    }

    /** Of the place that these settings name. */
    public static Vault of(ConfigurableEnvironment settings, Clock clock, Progress progress) {
        return new Vault(Places.of(settings), clock, progress);
    }

    /**
     * Writes a backup. A service may run meanwhile; where it alone can read the database, it is asked to write.
     *
     * @param target a file that is not there yet; it is whole when it appears
     */
    public void backup(Path target) {
        if (Files.exists(target)) {
            throw new BackupFault(Reason.TARGET_EXISTS, target.toAbsolutePath());
        }
        TargetDatabase database = TargetDatabase.of(place);
        if (database instanceof H2Target h2 && !h2.exists()) {
            throw new BackupFault(Reason.NO_DATABASE);
        }
        try (Connection connection = database.connect()) {
            write(connection, target);
        } catch (SQLException e) {
            if (!H2Target.isOpenElsewhere(e)) {
                throw new BackupFault(e, Reason.DATABASE, String.valueOf(e.getMessage()));
            }
            moved(new BackupErrand(place.data()).send(), target);
        }
    }

    /** With a connection of the service's own. */
    void write(Connection connection, Path target) throws SQLException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, ownerOnly(part.toAbsolutePath()));
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                new Backup(place, clock, progress).write(connection, new Unclosed(out));
                out.flush();
                channel.force(true);
            }
            moved(part, target);
        } catch (IOException e) {
            throw new BackupFault(e, Reason.UNWRITABLE, target.toAbsolutePath());
        } finally {
            removed(part);
        }
    }

    /** Nothing half is left lying about; a file that was moved is not there any more. */
    private static void removed(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            log.warn("{} cannot be removed", part, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        return Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions
                        .asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static void moved(Path part, Path target) {
        try {
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target);
            }
        } catch (FileAlreadyExistsException e) {
            throw new BackupFault(e, Reason.TARGET_EXISTS, target.toAbsolutePath());
        } catch (IOException e) {
            throw new BackupFault(e, Reason.UNWRITABLE, target.toAbsolutePath());
        }
    }

    /**
     * Makes the place what it was when the backup was written. No service may run.
     *
     * @param replace whether what is there may be replaced; otherwise the place must be empty
     */
    public void restore(Path source, boolean replace) {
        try {
            new Restore(place, clock, progress).from(source, replace);
        } catch (SQLException | FlywayException e) {
            throw new BackupFault(e, Reason.DATABASE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new BackupFault(e, Reason.UNWRITABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Stays open, so that the file can be forced to the disk after the last byte. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
