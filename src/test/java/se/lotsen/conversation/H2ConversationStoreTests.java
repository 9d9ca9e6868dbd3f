package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void theFileIsCompactedOnceItHasGrown() throws IOException {
        assertThat(record().file.compact()).isTrue();
        assertThat(record().file.compactWhenGrown()).isFalse();
        Path file = dataDir.resolve("conversations.mv.db");
        long needed = Files.size(file);
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        while (Files.size(file) < 2_000_000 + 4 * needed) {
            store().answer(question, List.of(SENTENCE));
        }
        List<StoredEvent> events = store().eventsAfter(conversation, 0);

        assertThat(record().file.compactWhenGrown()).isTrue();

        assertThat(Files.size(file)).isLessThan(2 * needed);
        assertThat(store().eventsAfter(conversation, 0)).isEqualTo(events);
        assertThat(record().file.compactWhenGrown()).isFalse();
    }

    @Test
    void whatWasDisposedOfLeavesTheFile() throws IOException {
        ask(start(), "Får man odla havtorn på kolonilotten?");
        Path file = dataDir.resolve("conversations.mv.db");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("havtorn");
        record().clock.advance(OpenRecord.RETENTION);

        assertThat(record().disposal.disposeDue()).isEqualTo(1);
        assertThat(record().file.compact()).isTrue();

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("havtorn");
    }
}
