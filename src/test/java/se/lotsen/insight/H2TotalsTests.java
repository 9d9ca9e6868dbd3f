package se.lotsen.insight;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.RecordForTests;

/** In an H2 file, with the service's own settings. */
class H2TotalsTests extends TotalsContract {
    @TempDir
    private Path dataDir;

    @Override
    String url() {
        return RecordForTests.address(dataDir);
    }
}
