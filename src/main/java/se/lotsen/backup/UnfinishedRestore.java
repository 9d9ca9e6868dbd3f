package se.lotsen.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import se.lotsen.backup.BackupFault.Reason;

/** The mark of a restore that broke off between the database and the folders: a service must not start on two halves. */
final class UnfinishedRestore {
    private UnfinishedRestore() {
    }

    static Path in(Path data) {
        return data.resolve("restore-unfinished");
    }

    /** @throws BackupFault when there is one */
    static void refuse(Path data) {
        if (Files.exists(in(data))) {
            throw new BackupFault(Reason.HALF_RESTORED, in(data).toAbsolutePath());
        }
    }
}
