package se.lotsen.backup;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.RecordForTests;

/** In an H2 file. */
class H2UpgradeTests extends UpgradeContract {
    @TempDir
    private Path data;

    @Override
    String newDatabase() {
        return RecordForTests.address(data);
    }
}
