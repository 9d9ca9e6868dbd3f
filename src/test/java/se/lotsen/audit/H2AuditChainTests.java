package se.lotsen.audit;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.RecordForTests;

/** In an H2 file, with the service's own settings. */
class H2AuditChainTests extends AuditChainContract {
    @TempDir
    private static Path dataDir;

    @Override
    String url() {
        return RecordForTests.address(dataDir);
    }

    @Override
    boolean ownProcesses() {
        return false;
    }
}
