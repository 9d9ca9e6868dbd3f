package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.ConversationEvent.MessagePosted;

/** A reply that waits while the service is gone is neither lost nor doubled. */
class PendingReplyAfterRestartTests {
    @TempDir
    private Path dataDir;

    @Test
    void whatAnEarlierProcessLeftIsReleasedOnce() {
        ConversationId conversation;
        IdempotencyKey key = RecordContract.key();
        try (OpenRecord before = OpenRecord.in(dataDir)) {
            conversation = before.store.start(RecordContract.key()).id();
            before.handover.request(conversation, RecordContract.key(), "bygg", "{}", null);
            before.handover.claim(conversation, CaseContract.ANNA, 1, null);
            reply(before, conversation, key);
        }
        try (OpenRecord after = OpenRecord.in(dataDir)) {
            assertThat(after.replies.pending(conversation)).isPresent();
            after.clock.advance(PendingReplyContract.UNDO);
            assertThat(after.replies.releaseDue()).isEqualTo(1);
            reply(after, conversation, key);
            after.clock.advance(PendingReplyContract.UNDO);
            assertThat(after.replies.releaseDue()).isZero();
            assertThat(after.store.eventsAfter(conversation, 2)).singleElement()
                    .extracting(StoredEvent::event).isEqualTo(new MessagePosted(Author.AGENT, "Anna",
                            RecordContract.text("Hej!"), List.of()));
        }
    }

    private static void reply(OpenRecord record, ConversationId conversation, IdempotencyKey key) {
        record.replies.reply(conversation, key, CaseContract.ANNA, RecordContract.text("Hej!"), List.of(),
                PendingReplyContract.UNDO);
    }
}
