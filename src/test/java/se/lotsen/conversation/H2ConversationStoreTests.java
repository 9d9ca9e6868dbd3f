package se.lotsen.conversation;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The record in an H2 file, opened as the service opens it. */
class H2ConversationStoreTests extends ConversationStoreContract {
    @TempDir
    private static Path dataDir;

    @Override
    OpenRecord open() {
        return OpenRecord.in(dataDir);
    }
}
