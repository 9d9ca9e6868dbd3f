package se.lotsen.conversation;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** An update over an H2 file. */
class H2MigrationTests extends MigrationContract {
    @TempDir
    private Path dataDir;

    @Override
    String address() {
        return OpenRecord.address(dataDir);
    }
}
