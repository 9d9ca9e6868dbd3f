package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationRefusal.QuestionNotOpen;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;

class LogHeadTests {
    private static final LogHead EMPTY = new LogHead(new ConversationId(new UUID(1, 1)), 0, 0, 0,
            ConversationState.WITH_ASSISTANT);
    private static final QuestionAsked QUESTION = new QuestionAsked(RecordContract.text("Öppettider?"), "sv");

    @Test
    void aQuestionOpensAndItsCompletionCloses() {
        LogHead open = EMPTY.after(RecordContract.OFFER).after(QUESTION);
        assertThat(open)
                .isEqualTo(new LogHead(EMPTY.conversation(), 2, 1, 2, ConversationState.WITH_ASSISTANT));

        LogHead closed = open.after(RecordContract.SENTENCE).after(RecordContract.completed(1));
        assertThat(closed)
                .isEqualTo(new LogHead(EMPTY.conversation(), 4, 1, 0, ConversationState.WITH_ASSISTANT));
        assertThat(closed.after(QUESTION))
                .isEqualTo(new LogHead(EMPTY.conversation(), 5, 2, 5, ConversationState.WITH_ASSISTANT));
    }

    @Test
    void onlyAQuestionOrAnOfferMayFollowACompletion() {
        assertThatThrownBy(() -> EMPTY.after(QUESTION).after(QUESTION)).isInstanceOf(QuestionStillOpen.class);
        for (ConversationEvent part : List.of(new SourcesFound(List.of()), RecordContract.SENTENCE,
                new ChoicesOffered(List.of()), RecordContract.completed(1))) {
            assertThatThrownBy(() -> EMPTY.after(part)).isInstanceOf(QuestionNotOpen.class);
        }
        assertThatThrownBy(() -> EMPTY.after(QUESTION).after(RecordContract.completed(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersAreFinishedOnceCompleted() {
        LogHead open = EMPTY.after(QUESTION);
        assertThat(open.hasFinished(1)).isFalse();

        LogHead second = open.after(RecordContract.completed(1)).after(QUESTION);
        assertThat(second.hasFinished(1)).isTrue();
        assertThat(second.hasFinished(0)).isFalse();
        assertThat(second.hasFinished(2)).isFalse();
    }

    @Test
    void whateverIsAcceptedEveryQuestionHasAtMostOneCompletion() {
        long seed = Long.getLong("lotsen.seed", 1);
        Random random = new Random(seed);
        LogHead head = EMPTY;
        int[] count = new int[2];
        for (int i = 0; i < 20_000; i++) {
            ConversationEvent event = any(random, head.questions());
            LogHead next = after(head, event);
            if (next != head) {
                assertThat(next.lastEvent()).as("lotsen.seed=%d", seed).isEqualTo(head.lastEvent() + 1);
                count[0] += event instanceof QuestionAsked ? 1 : 0;
                count[1] += event instanceof Completed ? 1 : 0;
            }
            head = next;
            assertThat(count[0] - count[1]).as("lotsen.seed=%d", seed)
                    .isEqualTo(head.openQuestion() == 0 ? 0 : 1);
        }
        assertThat(count[1]).isGreaterThan(1000);
    }

    private static ConversationEvent any(Random random, int questions) {
        return switch (random.nextInt(4)) {
            case 0 -> QUESTION;
            case 1 -> new TextReleased("Ja.", List.of());
            case 2 -> new HandoverOffered(HandoverReason.LOW_CONFIDENCE, true, null, "Hej", "112", null);
            default -> RecordContract.completed(questions + random.nextInt(2));
        };
    }

    private static LogHead after(LogHead head, ConversationEvent event) {
        try {
            return head.after(event);
        } catch (ConversationRefusal | IllegalArgumentException refused) {
            return head;
        }
    }
}
