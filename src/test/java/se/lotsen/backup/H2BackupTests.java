package se.lotsen.backup;

import java.nio.file.Path;
import se.lotsen.conversation.RecordForTests;

/** From an H2 file to another. */
class H2BackupTests extends BackupContract {
    @Override
    String newDatabase(Path data) {
        return RecordForTests.address(data);
    }
}
