package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record in an H2 file, opened as the service opens it. */
class H2ConversationStoreTests extends ConversationStoreContract {
    @TempDir
    private static Path dataDir;

    @Override
    OpenRecord open() {
        return OpenRecord.in(dataDir);
    }

    @Test
    void theFileShrinksToWhatIsNeeded() throws IOException {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        for (int i = 0; i < 200; i++) {
            store().answer(question, List.of(SENTENCE));
        }
        Path file = dataDir.resolve("conversations.mv.db");
        long before = Files.size(file);

        assertThat(record().file.compact()).isTrue();

        assertThat(Files.size(file)).isLessThan(before / 4);
        assertThat(store().eventsAfter(conversation, 1)).hasSize(200);
    }
}
