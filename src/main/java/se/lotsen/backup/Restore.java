package se.lotsen.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.backup.BackupFault.Reason;
import se.lotsen.backup.Manifest.Copied;

/**
 * Makes a place what it was when a backup was written. Everything is checked before anything is changed; what was there is
 * put aside in the data folder where it can be (files of the folders, an H2 file), and what citizens had deleted from it
 * stays deleted.
 */
final class Restore {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    private final Place place;
    private final Clock clock;
    private final Progress progress;

    Restore(Place place, Clock clock, Progress progress) {
        this.place = place;
        this.clock = clock;
        this.progress = progress;
    }

    /** @param replace whether something else may be there; otherwise the target must be empty */
    void from(Path source, boolean replace) throws SQLException, IOException {
        TargetDatabase target = TargetDatabase.of(place);
        try (BackupFile backup = BackupFile.open(source)) {
            Files.createDirectories(place.data());
            target.refuseWhileInUse();
            if (!replace) {
                refuseUnlessEmpty(target, backup);
            }
            refuseUnwritable();
            var flyway = target.emptyBeside();
            try (Connection beside = target.connectBeside()) {
                new NewTables(flyway, progress).fill(backup, beside);
                new Deletions(progress).carry(target, beside);
            }
            Path unfinished = Files.writeString(UnfinishedRestore.in(place.data()), source.toString());
            Path aside = place.data().resolve("replaced-" + STAMP.format(clock.instant()));
            target.swap(aside);
            writeFolders(backup, aside);
            Files.delete(unfinished);
        }
    }

    private void refuseUnlessEmpty(TargetDatabase target, BackupFile backup)
            throws SQLException, IOException {
        if (!target.isEmpty()) {
            throw new BackupFault(Reason.DATABASE_NOT_EMPTY);
        }
        for (Place.Folder folder : place.folders()) {
            if (!Backup.filesIn(folder.path()).isEmpty() && !isAsSaved(folder, backup)) {
                throw new BackupFault(Reason.FOLDER_NOT_EMPTY, folder.path().toAbsolutePath());
            }
        }
    }

    private void refuseUnwritable() throws IOException {
        for (Place.Folder folder : place.folders()) {
            Files.createDirectories(folder.path());
            if (!Files.isWritable(folder.path())) {
                throw new BackupFault(Reason.UNWRITABLE, folder.path().toAbsolutePath());
            }
        }
    }

    private static Map<String, Copied> saved(Place.Folder folder, BackupFile backup) {
        Map<String, Copied> saved = new HashMap<>();
        for (Copied file : backup.manifest().files()) {
            if (file.folder().equals(folder.name())) {
                saved.put(file.path(), file);
            }
        }
        return saved;
    }

    private static boolean isAsSaved(Place.Folder folder, BackupFile backup) throws IOException {
        Map<String, Copied> saved = saved(folder, backup);
        List<Path> files = Backup.filesIn(folder.path());
        for (Path file : files) {
            Copied one = saved.get(nameIn(folder, file));
            if (one == null || !Arrays.equals(Files.readAllBytes(file), backup.content(one))) {
                return false;
            }
        }
        return files.size() == saved.size();
    }

    private static String nameIn(Place.Folder folder, Path file) {
        return folder.path().relativize(file).toString().replace('\\', '/');
    }

    private void writeFolders(BackupFile backup, Path aside) throws IOException {
        try {
            for (Place.Folder folder : place.folders()) {
                if (!isAsSaved(folder, backup)) {
                    putAside(folder, aside.resolve(folder.name()));
                    write(folder, backup);
                }
                progress.done(folder.name(), saved(folder, backup).size());
            }
        } catch (IOException e) {
            throw new BackupFault(e, Reason.HALF_RESTORED, backup.source());
        }
    }

    /** File by file: the folder itself may be a mount that cannot be moved. */
    private static void putAside(Place.Folder folder, Path aside) throws IOException {
        for (Path file : Backup.filesIn(folder.path())) {
            Path kept = aside.resolve(nameIn(folder, file));
            Files.createDirectories(kept.getParent());
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(Place.Folder folder, BackupFile backup) throws IOException {
        List<Copied> files = new ArrayList<>(saved(folder, backup).values());
        for (Copied file : files) {
            Path path = folder.path().resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, backup.content(file));
        }
    }
}
