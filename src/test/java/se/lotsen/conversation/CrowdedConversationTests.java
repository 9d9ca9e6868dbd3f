package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.privacy.MaskedText;

/** Many requests that write in one conversation at the same time, as a script or an impatient finger sends them. */
class CrowdedConversationTests {
    private static final int WRITERS = 8;
    private static final int WRITES = 500;

    @TempDir
    private Path dataDir;

    @Test
    @Timeout(120)
    void everyWriterIsServedOrRefusedAndNoneFails() throws Exception {
        try (OpenRecord record = OpenRecord.in(dataDir);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            ConversationId conversation = record.store.start(RecordContract.key()).id();
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                asked.add(writers.submit(() -> write(record.store, conversation)));
            }
            int questions = 0;
            for (Future<Integer> count : asked) {
                questions += count.get();
            }
            assertThat(questions).isPositive();
            assertThat(record.store.eventsAfter(conversation, 0)).hasSize(2 * questions);
        }
    }

    /** How many of its questions were taken; another writer's question may be open. */
    private static int write(ConversationStore store, ConversationId conversation) {
        int taken = 0;
        for (int i = 0; i < WRITES; i++) {
            if (i % 3 == 0) {
                rateTheFirst(store, conversation, i % 2 == 0);
                continue;
            }
            try {
                AskedQuestion asked = store.ask(conversation, RecordContract.key(),
                        MaskedText.restored("Fråga", Set.of()), "sv");
                store.answer(asked.event(), List.of(
                        new Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, asked.answer(), 0.5)));
                taken++;
            } catch (ConversationRefusal.QuestionStillOpen e) {
                // Another writer's question; a question of a citizen would be refused with 409.
            }
        }
        return taken;
    }

    private static void rateTheFirst(ConversationStore store, ConversationId conversation, boolean helpful) {
        try {
            store.rate(conversation, RecordContract.key(), 1, helpful, null);
        } catch (ConversationRefusal.UnknownAnswer e) {
            // Even the first question is still open.
        }
    }
}
