package se.lotsen.asking;

import io.micrometer.observation.ObservationRegistry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Sinks;
import se.lotsen.answering.AnswerEvent;
import se.lotsen.answering.AnswerPipeline;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.StoredEvent;
import java.time.Clock;
import se.lotsen.storage.Notices;
import se.lotsen.privacy.MaskedText;

/** A busy machine: the answer goes on while its first part is still being stored. */
class SlowStoreTests {
    private final Sinks.Many<AnswerEvent> spoken = Sinks.many().unicast().onBackpressureBuffer();
    private final AnswerPipeline pipeline = mock();
    private final ConversationStore store = mock();

    @Test
    @Timeout(30)
    void anAnswerThatIsSpokenFasterThanItIsStoredIsStoredWhole() {
        CountDownLatch firstPart = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        List<ConversationEvent> stored = new CopyOnWriteArrayList<>();
        when(pipeline.answer(any(), any())).thenReturn(spoken.asFlux());
        when(store.answer(any(), any(), any())).thenAnswer(call -> {
            firstPart.countDown();
            disk.await();
            stored.addAll(call.getArgument(1));
            return List.of();
        });

        new Answers(pipeline, store, AnswerReceipts.NONE, Notices.inProcess(), ObservationRegistry.NOOP,
                Clock.systemUTC()).begin(asked());
        spoken.emitNext(sentence("Första."), Sinks.EmitFailureHandler.FAIL_FAST);
        await().until(() -> firstPart.getCount() == 0);
        spoken.emitNext(sentence("Andra."), Sinks.EmitFailureHandler.FAIL_FAST);
        spoken.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
        disk.countDown();

        await().untilAsserted(() -> assertThat(stored).extracting(event -> ((TextReleased) event).text())
                .containsExactly("Första.", "Andra."));
    }

    private static AnswerEvent sentence(String text) {
        return new AnswerEvent.Released(new TextReleased(text, List.of()));
    }

    private static AskedQuestion asked() {
        QuestionAsked question = new QuestionAsked(MaskedText.restored("Vad kostar bygglov?", Set.of()),
                "sv");
        return new AskedQuestion(
                new StoredEvent(new ConversationId(UUID.randomUUID()), 1, Instant.EPOCH, question), 1, false);
    }
}
