package se.lotsen.delivery;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.RecordForTests;

/** In an H2 file, with the service's own settings; one process may open it by several pools. */
class H2PromisesTests extends PromisesContract {
    @TempDir
    private Path dataDir;

    @Override
    String url() {
        return RecordForTests.address(dataDir);
    }
}
