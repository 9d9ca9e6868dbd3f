package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationRefusal.IdempotencyKeyReused;
import se.lotsen.conversation.ConversationRefusal.UnknownAnswer;

/** How answers are rated. */
interface RatingContract extends RecordContract {

    @Test
    default void aRatingCanBeChanged() {
        ConversationId conversation = startAnswered();
        store().rate(conversation, key(), 1, true, null);
        store().rate(conversation, key(), 1, false, text("Fel avgift"));

        assertThat(store().ratings(conversation)).containsExactly(
                new Rating(1, false, text("Fel avgift"), EventLog.storable(record().clock.instant())));
    }

    @Test
    default void aLateRepeatOfARatingDoesNotUndoTheNext() {
        ConversationId conversation = startAnswered();
        IdempotencyKey key = key();
        store().rate(conversation, key, 1, true, text("Tack"));
        store().rate(conversation, key(), 1, false, null);
        store().rate(conversation, key, 1, true, text("Tack"));

        assertThat(store().ratings(conversation)).singleElement()
                .matches(rating -> !rating.helpful() && rating.comment() == null);
        assertThatThrownBy(() -> store().rate(conversation, key, 1, true, text("Tack!")))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    default void refusesRatingsOfAnswersThatAreNotThere() {
        ConversationId conversation = startAnswered();
        ask(conversation, "Öppen?");
        for (int answer : new int[]{-1, 0, 2, 3}) {
            assertThatThrownBy(() -> store().rate(conversation, key(), answer, true, null))
                    .isInstanceOf(UnknownAnswer.class);
        }
        assertThat(store().ratings(conversation)).isEmpty();
    }

    @Test
    default void ratingsAtOnceAreAllTaken() throws Exception {
        ConversationId conversation = startAnswered();

        AtOnce.run(WRITERS, () -> {
            store().rate(conversation, key(), 1, false, null);
            return "rated";
        });

        assertThat(store().ratings(conversation)).hasSize(1);
    }
}
