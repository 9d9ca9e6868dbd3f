package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordContract.completed;
import static se.lotsen.conversation.RecordContract.key;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationRefusal.QuestionNotOpen;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;

/** How answers are added to the log. */
interface AnswerContract extends RecordContract {

    @Test
    default void numbersEventsAndAnswersFromOne() {
        ConversationId conversation = start();
        AskedQuestion first = ask(conversation, "Hur söker jag bygglov?");
        List<StoredEvent> answer = store().answer(first.event(),
                List.of(new SourcesFound(List.of()), SENTENCE,
                        completed(1)));
        AskedQuestion second = ask(conversation, "Vad kostar det?");

        assertThat(first.answer()).isEqualTo(1);
        assertThat(first.event().id()).isEqualTo(1);
        assertThat(answer).extracting(StoredEvent::id).containsExactly(2L, 3L, 4L);
        assertThat(second.answer()).isEqualTo(2);
        assertThat(second.event().id()).isEqualTo(5);
    }

    @Test
    default void eventsReadBackExactlyAsTheyWereReturned() {
        ConversationId conversation = start();
        AskedQuestion asked = store().ask(conversation, key(),
                MaskedText.restored("Jag är [personnummer]", Set.of(PersonalDataKind.IDENTITY_NUMBER)), "sv");
        List<StoredEvent> answer = store().answer(asked.event(), List.of(SENTENCE, OFFER, completed(1)));

        assertThat(store().eventsAfter(conversation, 0)).first().isEqualTo(asked.event());
        assertThat(store().eventsAfter(conversation, 1)).isEqualTo(answer);
        assertThat(store().eventsAfter(conversation, 4)).isEmpty();
        assertThat(store().eventsAfter(NOBODYS, 0)).isEmpty();
    }

    @Test
    default void eightWritersLeaveNoGapAndMixNoBatches() throws Exception {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        AtomicInteger batch = new AtomicInteger();

        List<Object> written = AtOnce.run(WRITERS, () -> IntStream.range(0, 15).mapToObj(i -> {
            ConversationEvent sentence = new TextReleased("Mening " + batch.incrementAndGet(), List.of());
            return store().answer(question, List.of(sentence, sentence, sentence));
        }).toList());

        List<StoredEvent> all = store().eventsAfter(conversation, 1);
        assertThat(all).extracting(StoredEvent::id)
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 1 + WRITERS * 15 * 3).boxed().toList());
        assertThat(written).flatExtracting(each -> (List<?>) each).allSatisfy(each -> {
            List<?> events = (List<?>) each;
            int first = (int) ((StoredEvent) events.getFirst()).id() - 2;
            assertThat(events).isEqualTo(all.subList(first, first + 3));
        });
    }

    @Test
    default void writersOfDifferentConversationsDoNotDisturbOneAnother() throws Exception {
        AtOnce.run(WRITERS, () -> {
            ConversationId conversation = start();
            for (int answer = 1; answer <= 5; answer++) {
                store().answer(ask(conversation, "Öppettider?").event(),
                        List.of(SENTENCE, completed(answer)));
            }
            assertThat(store().eventsAfter(conversation, 0)).extracting(StoredEvent::id)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 15).boxed().toList());
            return conversation;
        });
    }

    @Test
    default void aBatchIsStoredWholeOrNotAtAll() {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        AnswerExplanation explanation = new AnswerExplanation("{\"reason\":\"test\"}");

        assertThatThrownBy(
                () -> store().answer(question, List.of(SENTENCE, completed(1), SENTENCE), explanation))
                .isInstanceOf(QuestionNotOpen.class);
        assertThatThrownBy(() -> store().answer(question, List.of(SENTENCE, completed(7)), explanation))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store().eventsAfter(conversation, 1)).isEmpty();
        assertThat(store().explanation(conversation, question.id())).isEmpty();
        assertThat(store().answer(question, List.of(SENTENCE))).extracting(StoredEvent::id)
                .containsExactly(2L);
    }

    @Test
    default void aLateSentenceCannotEndUpUnderTheNextQuestion() {
        ConversationId conversation = start();
        StoredEvent first = ask(conversation, "Öppettider?").event();
        store().answer(first, List.of(completed(1)));
        assertThatThrownBy(() -> store().answer(first, List.of(SENTENCE)))
                .isInstanceOf(QuestionNotOpen.class);

        ask(conversation, "Avgifter?");
        assertThatThrownBy(() -> store().answer(first, List.of(SENTENCE)))
                .isInstanceOf(QuestionNotOpen.class);
        assertThatThrownBy(() -> store().answer(first, List.of(completed(1))))
                .isInstanceOf(QuestionNotOpen.class);
        assertThat(store().eventsAfter(conversation, 0)).hasSize(3);
    }

    @Test
    default void ofTwoCompletionsAtOnceOneIsTaken() throws Exception {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();

        List<Object> results = AtOnce.run(2, () -> store().answer(question, List.of(completed(1))));

        assertThat(results).filteredOn(QuestionNotOpen.class::isInstance).hasSize(1);
        assertThat(store().eventsAfter(conversation, 0)).hasSize(2);
    }

    @Test
    default void appendsWhatIsNoPartOfAnAnswerAtAnyTime() {
        ConversationId conversation = start();

        assertThat(store().append(conversation, List.of(OFFER))).extracting(StoredEvent::id)
                .containsExactly(1L);
        StoredEvent question = ask(conversation, "Öppettider?").event();
        assertThat(store().append(conversation, List.of(OFFER))).extracting(StoredEvent::id)
                .containsExactly(3L);
        for (ConversationEvent part : List.of(SENTENCE, completed(1), question.event())) {
            assertThatThrownBy(() -> store().append(conversation, List.of(OFFER, part)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store().answer(question, List.of(question.event())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store().eventsAfter(conversation, 0)).hasSize(3);
    }

    @Test
    default void keepsOneExplanationForEachQuestion() {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        AnswerExplanation explanation = new AnswerExplanation(
                "{\"reason\":\"å\",\"pad\":\"" + "x".repeat(100_000)
                        + "\"}");
        store().answer(question, List.of(completed(1)), explanation);
        StoredEvent next = ask(conversation, "Avgifter?").event();
        store().answer(next, List.of(), new AnswerExplanation("{}"));

        assertThat(store().explanation(conversation, question.id())).contains(explanation);
        assertThat(store().explanation(conversation, next.id())).contains(new AnswerExplanation("{}"));
        assertThat(store().explanation(conversation, 2)).isEmpty();
        assertThatThrownBy(() -> store().answer(next, List.of(SENTENCE), explanation))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void compactingTheFileDisturbsNobody() throws Exception {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        AtomicInteger turn = new AtomicInteger();

        AtOnce.run(4, () -> {
            boolean compacts = turn.getAndIncrement() == 0;
            for (int i = 0; i < 10; i++) {
                if (compacts) {
                    record().file.compact();
                } else {
                    store().answer(question, List.of(SENTENCE));
                }
            }
            return "done";
        });

        assertThat(store().eventsAfter(conversation, 1)).hasSize(30)
                .allSatisfy(event -> assertThat(event.event()).isEqualTo(SENTENCE));
    }

    @Test
    default void refusesToBlockAnEventLoop() {
        StepVerifier.create(Mono.fromCallable(store()::openQuestions).subscribeOn(Schedulers.parallel()))
                .verifyErrorMatches(fault -> fault instanceof IllegalStateException);
    }
}
