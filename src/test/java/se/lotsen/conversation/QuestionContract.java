package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordContract.completed;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationRefusal.IdempotencyKeyReused;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;
import se.lotsen.privacy.MaskedText;

/** How questions are taken. */
interface QuestionContract extends RecordContract {

    @Test
    default void repeatedQuestionReturnsTheFirst() {
        ConversationId conversation = start();
        IdempotencyKey key = key();
        AskedQuestion first = store().ask(conversation, key, text("Öppettider?"), "sv");
        AskedQuestion whileOpen = store().ask(conversation, key, text("Öppettider?"), "sv");
        store().answer(first.event(), List.of(completed(1)));
        ask(conversation, "Och på söndagar?");
        AskedQuestion later = store().ask(conversation, key, text("Öppettider?"), "sv");

        assertThat(first.repeated()).isFalse();
        assertThat(whileOpen).isEqualTo(later).isEqualTo(new AskedQuestion(first.event(), 1, true));
        assertThat(store().eventsAfter(conversation, 0)).hasSize(3);
    }

    @Test
    default void tellsWhatHappenedBeforeAQuestion() {
        ConversationId conversation = start();
        for (int answer = 1; answer <= 2; answer++) {
            StoredEvent question = ask(conversation, "Fråga " + answer).event();
            store().answer(question, List.of(completed(answer)));
        }
        StoredEvent third = ask(conversation, "Fråga 3").event();

        assertThat(store().eventsBefore(third, 10)).containsExactly(new QuestionAsked(text("Fråga 1"), "sv"),
                completed(1), new QuestionAsked(text("Fråga 2"), "sv"), completed(2));
        assertThat(store().eventsBefore(third, 1)).containsExactly(completed(2));
    }

    @Test
    default void keysBelongToTheirConversation() {
        IdempotencyKey key = key();
        AskedQuestion here = store().ask(start(), key, text("Öppettider?"), "sv");
        AskedQuestion there = store().ask(start(), key, text("Något annat?"), "sv");

        assertThat(there.repeated()).isFalse();
        assertThat(there.event().conversation()).isNotEqualTo(here.event().conversation());
    }

    @Test
    default void refusesAKeyThatWasUsedForAnotherRequest() {
        ConversationId conversation = start();
        IdempotencyKey key = key();
        StoredEvent question = store().ask(conversation, key, text("Öppettider?"), "sv").event();
        assertThatThrownBy(() -> store().ask(conversation, key, text("Avgifter?"), "sv"))
                .isInstanceOf(IdempotencyKeyReused.class);

        store().answer(question, List.of(completed(1)));
        assertThatThrownBy(() -> store().rate(conversation, key, 1, true, null))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(store().eventsAfter(conversation, 0)).hasSize(2);
    }

    @Test
    default void refusesASecondQuestionUntilTheFirstIsCompleted() {
        ConversationId conversation = start();
        AskedQuestion first = ask(conversation, "Öppettider?");
        IdempotencyKey key = key();
        assertThatThrownBy(() -> store().ask(conversation, key, text("Avgifter?"), "sv"))
                .isInstanceOf(QuestionStillOpen.class);

        store().answer(first.event(), List.of(completed(1)));
        assertThat(store().ask(conversation, key, text("Avgifter?"), "sv").repeated()).isFalse();
    }

    @Test
    default void questionsAtOnceUnderOneKeyAreStoredOnce() throws Exception {
        ConversationId conversation = start();
        IdempotencyKey key = key();

        List<Object> asked = AtOnce.run(WRITERS,
                () -> store().ask(conversation, key, text("Öppettider?"), "sv"));

        assertThat(asked).filteredOn(each -> !((AskedQuestion) each).repeated()).hasSize(1);
        assertThat(asked).extracting(each -> ((AskedQuestion) each).event()).containsOnly(
                store().eventsAfter(conversation, 0).getFirst());
        assertThat(store().eventsAfter(conversation, 0)).hasSize(1);
    }

    @Test
    default void ofDifferentQuestionsAtOnceOneIsTaken() throws Exception {
        ConversationId conversation = start();

        List<Object> results = AtOnce.run(WRITERS, () -> ask(conversation, "Öppettider?"));

        assertThat(results).filteredOn(AskedQuestion.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(QuestionStillOpen.class::isInstance).hasSize(WRITERS - 1);
        assertThat(store().eventsAfter(conversation, 0)).hasSize(1);
    }

    @Test
    default void tellsWhichQuestionsAreOpenOldestFirst() {
        ConversationId one = start();
        store().answer(ask(one, "Öppettider?").event(), List.of(completed(1)));
        record().clock.advance(Duration.ofSeconds(1));
        AskedQuestion second = ask(one, "Avgifter?");
        store().answer(second.event(), List.of(SENTENCE));
        record().clock.advance(Duration.ofSeconds(1));
        AskedQuestion third = ask(start(), "Bygglov?");
        store().answer(ask(start(), "Färdig?").event(), List.of(completed(1)));

        assertThat(store().openQuestions()).containsExactly(new AskedQuestion(second.event(), 2, true),
                new AskedQuestion(third.event(), 1, true));
    }

    @Test
    default void aQuestionThatALivingProcessAnswersIsTakenOverWhenItIsGone() {
        AskedQuestion asked = ask(start(), "Avgifter?");
        UUID other = UUID.randomUUID();
        record().database
                .sql("""
                        insert into replica (id, started_at, seen_at) values (:id, current_timestamp, current_timestamp)""")
                .param("id", other).update();
        record().database.sql("update conversation set answerer = :id where id = :conversation")
                .param("id", other).param("conversation", asked.event().conversation().value()).update();
        assertThat(store().openQuestions()).doesNotContain(
                new AskedQuestion(asked.event(), asked.answer(), true));
        assertThat(store().takeOver(asked.event())).isFalse();
        assertThatThrownBy(() -> store().answer(asked.event(), List.of(SENTENCE)))
                .isInstanceOf(ConversationRefusal.QuestionNotOpen.class);

        record().database.sql("update replica set seen_at = current_timestamp - interval '6' second")
                .update();
        assertThat(store().openQuestions()).contains(new AskedQuestion(asked.event(), asked.answer(), true));
        assertThat(store().takeOver(asked.event())).isTrue();
        store().answer(asked.event(), List.of(completed(1)));
        assertThat(store().takeOver(asked.event())).as("it is not open any more").isFalse();
    }

    @Test
    default void keepsEveryTextThatJavaCanHold() {
        long seed = Long.getLong("lotsen.seed", 1);
        RandomEvents random = new RandomEvents(seed);
        for (int i = 0; i < 50; i++) {
            ConversationId conversation = start();
            MaskedText text = random.masked();
            MaskedText comment = random.masked();
            StoredEvent question = store().ask(conversation, key(), text, "sv").event();
            store().answer(question, List.of(completed(1)));
            store().rate(conversation, key(), 1, true, comment);

            assertThat(store().eventsAfter(conversation, 0).getFirst().event()).as("lotsen.seed=%d", seed)
                    .isEqualTo(new QuestionAsked(text, "sv"));
            assertThat(store().ratings(conversation).getFirst().comment()).as("lotsen.seed=%d", seed)
                    .isEqualTo(comment);
        }
    }

    @Test
    default void refusesConversationsThatDoNotExist() {
        StoredEvent nobodys = new StoredEvent(NOBODYS, 1, record().clock.instant(), OFFER);
        assertThatThrownBy(() -> ask(NOBODYS, "Hallå?")).isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> store().answer(nobodys, List.of(SENTENCE)))
                .isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> store().append(NOBODYS, List.of(OFFER)))
                .isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> store().rate(NOBODYS, key(), 1, true, null))
                .isInstanceOf(UnknownConversation.class);
    }
}
