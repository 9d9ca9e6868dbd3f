package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationRefusal.IdempotencyKeyReused;
import se.lotsen.conversation.ConversationRefusal.QuestionNotOpen;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;
import se.lotsen.conversation.ConversationRefusal.UnknownAnswer;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;

/** What the record promises, whichever database holds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class ConversationStoreContract {
    private static final int WRITERS = 8;
    private static final ConversationId NOBODYS = new ConversationId(new UUID(1, 2));
    private static final TextReleased SENTENCE = new TextReleased("Bygglov söks i e-tjänsten.", List.of());
    private static final HandoverOffered OFFER = new HandoverOffered("asked", true, null, "Vi hjälper dig.",
            "0123-45 60 00", null);

    private OpenRecord record;
    private ConversationStore store;

    abstract OpenRecord open();

    @BeforeAll
    void openRecord() {
        record = open();
        store = record.store;
    }

    @BeforeEach
    void empty() {
        List.of("conversation", "tombstone")
                .forEach(table -> record.database.sql("delete from " + table).update());
    }

    @AfterAll
    void closeRecord() {
        if (record != null) {
            record.close();
        }
    }

    @Test
    void tokensAre256RandomBits() {
        StartedConversation one = store.start(key());
        StartedConversation other = store.start(key());

        assertThat(Base64.getUrlDecoder().decode(one.token())).hasSize(32);
        assertThat(one.token()).hasSize(43).isNotEqualTo(other.token());
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void repeatedStartGivesTheSameConversationAndToken() {
        IdempotencyKey key = key();
        StartedConversation first = store.start(key);

        assertThat(store.start(key)).isEqualTo(first);
        assertThat(count("conversation")).isEqualTo(1);
    }

    @Test
    void startsAtOnceUnderOneKeyGiveOneConversation() throws Exception {
        for (int round = 0; round < 5; round++) {
            empty();
            IdempotencyKey key = key();
            assertThat(Set.copyOf(AtOnce.run(WRITERS, () -> store.start(key)))).hasSize(1);
            assertThat(count("conversation")).isEqualTo(1);
        }
    }

    @Test
    void sealedTokenIsForgottenAfterADay() {
        IdempotencyKey key = key();
        StartedConversation first = store.start(key);

        record.clock.advance(Duration.ofHours(23));
        record.disposal.disposeDue();
        assertThat(store.start(key)).isEqualTo(first);

        record.clock.advance(Duration.ofHours(1));
        record.disposal.disposeDue();
        assertThat(count("conversation_start")).isZero();
        assertThat(store.open(first.id(), first.token())).isPresent();
        assertThat(store.start(key).id()).isNotEqualTo(first.id());
    }

    @Test
    void opensWithItsOwnTokenOnly() {
        StartedConversation mine = store.start(key());
        StartedConversation foreign = store.start(key());

        assertThat(store.open(mine.id(), mine.token())).hasValueSatisfying(opened -> {
            assertThat(opened.id()).isEqualTo(mine.id());
            assertThat(opened.lastEvent()).isZero();
        });
        assertThat(store.open(mine.id(), foreign.token())).isEmpty();
        assertThat(store.open(mine.id(), mine.token() + "=")).isEmpty();
        assertThat(store.open(mine.id(), "")).isEmpty();
        assertThat(store.open(NOBODYS, mine.token())).isEmpty();
    }

    @Test
    void databaseAloneOpensNothing() {
        IdempotencyKey key = key();
        String token = store.start(key).token();

        List<byte[]> secrets = record.database.sql("""
                select token_hash from conversation
                union all select key_hash from conversation_start
                union all select sealed_token from conversation_start""").query(byte[].class).list();
        assertThat(secrets).hasSize(3).allSatisfy(bytes -> {
            String stored = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(stored).doesNotContain(token).doesNotContain(key.value().toString());
            assertThat(bytes).isNotEqualTo(key.sealingKey())
                    .isNotEqualTo(Base64.getUrlDecoder().decode(token));
        });
    }

    @Test
    void numbersEventsAndAnswersFromOne() {
        ConversationId conversation = start();
        AskedQuestion first = ask(conversation, "Hur söker jag bygglov?");
        List<StoredEvent> answer = store.answer(first.event(), List.of(new SourcesFound(List.of()), SENTENCE,
                completed(1)));
        AskedQuestion second = ask(conversation, "Vad kostar det?");

        assertThat(first.answer()).isEqualTo(1);
        assertThat(first.event().id()).isEqualTo(1);
        assertThat(answer).extracting(StoredEvent::id).containsExactly(2L, 3L, 4L);
        assertThat(second.answer()).isEqualTo(2);
        assertThat(second.event().id()).isEqualTo(5);
    }

    @Test
    void eventsReadBackExactlyAsTheyWereReturned() {
        ConversationId conversation = start();
        AskedQuestion asked = store.ask(conversation, key(),
                MaskedText.restored("Jag är [personnummer]", Set.of(PersonalDataKind.IDENTITY_NUMBER)), "sv");
        List<StoredEvent> answer = store.answer(asked.event(), List.of(SENTENCE, OFFER, completed(1)));

        assertThat(store.eventsAfter(conversation, 0)).first().isEqualTo(asked.event());
        assertThat(store.eventsAfter(conversation, 1)).isEqualTo(answer);
        assertThat(store.eventsAfter(conversation, 4)).isEmpty();
        assertThat(store.eventsAfter(NOBODYS, 0)).isEmpty();
    }

    @Test
    void keepsEveryTextThatJavaCanHold() {
        long seed = Long.getLong("lotsen.seed", 1);
        RandomEvents random = new RandomEvents(seed);
        for (int i = 0; i < 50; i++) {
            ConversationId conversation = start();
            MaskedText text = random.masked();
            MaskedText comment = random.masked();
            StoredEvent question = store.ask(conversation, key(), text, "sv").event();
            store.answer(question, List.of(completed(1)));
            store.rate(conversation, key(), 1, true, comment);

            assertThat(store.eventsAfter(conversation, 0).getFirst().event()).as("lotsen.seed=%d", seed)
                    .isEqualTo(new QuestionAsked(text, "sv"));
            assertThat(store.ratings(conversation).getFirst().comment()).as("lotsen.seed=%d", seed)
                    .isEqualTo(comment);
        }
    }

    @Test
    void repeatedQuestionReturnsTheFirst() {
        ConversationId conversation = start();
        IdempotencyKey key = key();
        AskedQuestion first = store.ask(conversation, key, text("Öppettider?"), "sv");
        AskedQuestion whileOpen = store.ask(conversation, key, text("Öppettider?"), "sv");
        store.answer(first.event(), List.of(completed(1)));
        ask(conversation, "Och på söndagar?");
        AskedQuestion later = store.ask(conversation, key, text("Öppettider?"), "sv");

        assertThat(first.repeated()).isFalse();
        assertThat(whileOpen).isEqualTo(later).isEqualTo(new AskedQuestion(first.event(), 1, true));
        assertThat(store.eventsAfter(conversation, 0)).hasSize(3);
    }

    @Test
    void keysBelongToTheirConversation() {
        IdempotencyKey key = key();
        AskedQuestion here = store.ask(start(), key, text("Öppettider?"), "sv");
        AskedQuestion there = store.ask(start(), key, text("Något annat?"), "sv");

        assertThat(there.repeated()).isFalse();
        assertThat(there.event().conversation()).isNotEqualTo(here.event().conversation());
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherRequest() {
        ConversationId conversation = start();
        IdempotencyKey key = key();
        StoredEvent question = store.ask(conversation, key, text("Öppettider?"), "sv").event();
        assertThatThrownBy(() -> store.ask(conversation, key, text("Avgifter?"), "sv"))
                .isInstanceOf(IdempotencyKeyReused.class);

        store.answer(question, List.of(completed(1)));
        assertThatThrownBy(() -> store.rate(conversation, key, 1, true, null))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(store.eventsAfter(conversation, 0)).hasSize(2);
    }

    @Test
    void refusesASecondQuestionUntilTheFirstIsCompleted() {
        ConversationId conversation = start();
        AskedQuestion first = ask(conversation, "Öppettider?");
        IdempotencyKey key = key();
        assertThatThrownBy(() -> store.ask(conversation, key, text("Avgifter?"), "sv"))
                .isInstanceOf(QuestionStillOpen.class);

        store.answer(first.event(), List.of(completed(1)));
        assertThat(store.ask(conversation, key, text("Avgifter?"), "sv").repeated()).isFalse();
    }

    @Test
    void questionsAtOnceUnderOneKeyAreStoredOnce() throws Exception {
        ConversationId conversation = start();
        IdempotencyKey key = key();

        List<Object> asked = AtOnce.run(WRITERS,
                () -> store.ask(conversation, key, text("Öppettider?"), "sv"));

        assertThat(asked).filteredOn(each -> !((AskedQuestion) each).repeated()).hasSize(1);
        assertThat(asked).extracting(each -> ((AskedQuestion) each).event()).containsOnly(
                store.eventsAfter(conversation, 0).getFirst());
        assertThat(store.eventsAfter(conversation, 0)).hasSize(1);
    }

    @Test
    void ofDifferentQuestionsAtOnceOneIsTaken() throws Exception {
        ConversationId conversation = start();

        List<Object> results = AtOnce.run(WRITERS, () -> ask(conversation, "Öppettider?"));

        assertThat(results).filteredOn(AskedQuestion.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(QuestionStillOpen.class::isInstance).hasSize(WRITERS - 1);
        assertThat(store.eventsAfter(conversation, 0)).hasSize(1);
    }

    @Test
    void eightWritersLeaveNoGapAndMixNoBatches() throws Exception {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        AtomicInteger batch = new AtomicInteger();

        List<Object> written = AtOnce.run(WRITERS, () -> IntStream.range(0, 15).mapToObj(i -> {
            ConversationEvent sentence = new TextReleased("Mening " + batch.incrementAndGet(), List.of());
            return store.answer(question, List.of(sentence, sentence, sentence));
        }).toList());

        List<StoredEvent> all = store.eventsAfter(conversation, 1);
        assertThat(all).extracting(StoredEvent::id)
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 1 + WRITERS * 15 * 3).boxed().toList());
        assertThat(written).flatExtracting(each -> (List<?>) each).allSatisfy(each -> {
            List<?> events = (List<?>) each;
            int first = (int) ((StoredEvent) events.getFirst()).id() - 2;
            assertThat(events).isEqualTo(all.subList(first, first + 3));
        });
    }

    @Test
    void writersOfDifferentConversationsDoNotDisturbOneAnother() throws Exception {
        AtOnce.run(WRITERS, () -> {
            ConversationId conversation = start();
            for (int answer = 1; answer <= 5; answer++) {
                store.answer(ask(conversation, "Öppettider?").event(), List.of(SENTENCE, completed(answer)));
            }
            assertThat(store.eventsAfter(conversation, 0)).extracting(StoredEvent::id)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 15).boxed().toList());
            return conversation;
        });
    }

    @Test
    void aBatchIsStoredWholeOrNotAtAll() {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        AnswerExplanation explanation = new AnswerExplanation("{\"reason\":\"test\"}");

        assertThatThrownBy(
                () -> store.answer(question, List.of(SENTENCE, completed(1), SENTENCE), explanation))
                .isInstanceOf(QuestionNotOpen.class);
        assertThatThrownBy(() -> store.answer(question, List.of(SENTENCE, completed(7)), explanation))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.eventsAfter(conversation, 1)).isEmpty();
        assertThat(store.explanation(conversation, question.id())).isEmpty();
        assertThat(store.answer(question, List.of(SENTENCE))).extracting(StoredEvent::id).containsExactly(2L);
    }

    @Test
    void aLateSentenceCannotEndUpUnderTheNextQuestion() {
        ConversationId conversation = start();
        StoredEvent first = ask(conversation, "Öppettider?").event();
        store.answer(first, List.of(completed(1)));
        assertThatThrownBy(() -> store.answer(first, List.of(SENTENCE))).isInstanceOf(QuestionNotOpen.class);

        ask(conversation, "Avgifter?");
        assertThatThrownBy(() -> store.answer(first, List.of(SENTENCE))).isInstanceOf(QuestionNotOpen.class);
        assertThatThrownBy(() -> store.answer(first, List.of(completed(1))))
                .isInstanceOf(QuestionNotOpen.class);
        assertThat(store.eventsAfter(conversation, 0)).hasSize(3);
    }

    @Test
    void ofTwoCompletionsAtOnceOneIsTaken() throws Exception {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();

        List<Object> results = AtOnce.run(2, () -> store.answer(question, List.of(completed(1))));

        assertThat(results).filteredOn(QuestionNotOpen.class::isInstance).hasSize(1);
        assertThat(store.eventsAfter(conversation, 0)).hasSize(2);
    }

    @Test
    void appendsWhatIsNoPartOfAnAnswerAtAnyTime() {
        ConversationId conversation = start();

        assertThat(store.append(conversation, List.of(OFFER))).extracting(StoredEvent::id)
                .containsExactly(1L);
        StoredEvent question = ask(conversation, "Öppettider?").event();
        assertThat(store.append(conversation, List.of(OFFER))).extracting(StoredEvent::id)
                .containsExactly(3L);
        for (ConversationEvent part : List.of(SENTENCE, completed(1), question.event())) {
            assertThatThrownBy(() -> store.append(conversation, List.of(OFFER, part)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store.answer(question, List.of(question.event())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.eventsAfter(conversation, 0)).hasSize(3);
    }

    @Test
    void keepsOneExplanationForEachQuestion() {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        AnswerExplanation explanation = new AnswerExplanation(
                "{\"reason\":\"å\",\"pad\":\"" + "x".repeat(100_000)
                        + "\"}");
        store.answer(question, List.of(completed(1)), explanation);
        StoredEvent next = ask(conversation, "Avgifter?").event();
        store.answer(next, List.of(), new AnswerExplanation("{}"));

        assertThat(store.explanation(conversation, question.id())).contains(explanation);
        assertThat(store.explanation(conversation, next.id())).contains(new AnswerExplanation("{}"));
        assertThat(store.explanation(conversation, 2)).isEmpty();
        assertThatThrownBy(() -> store.answer(next, List.of(SENTENCE), explanation))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhichQuestionsAreOpenOldestFirst() {
        ConversationId one = start();
        store.answer(ask(one, "Öppettider?").event(), List.of(completed(1)));
        record.clock.advance(Duration.ofSeconds(1));
        AskedQuestion second = ask(one, "Avgifter?");
        store.answer(second.event(), List.of(SENTENCE));
        record.clock.advance(Duration.ofSeconds(1));
        AskedQuestion third = ask(start(), "Bygglov?");
        store.answer(ask(start(), "Färdig?").event(), List.of(completed(1)));

        assertThat(store.openQuestions()).containsExactly(new AskedQuestion(second.event(), 2, true),
                new AskedQuestion(third.event(), 1, true));
    }

    @Test
    void refusesConversationsThatDoNotExist() {
        StoredEvent nobodys = new StoredEvent(NOBODYS, 1, record.clock.instant(), OFFER);
        assertThatThrownBy(() -> ask(NOBODYS, "Hallå?")).isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> store.answer(nobodys, List.of(SENTENCE)))
                .isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> store.append(NOBODYS, List.of(OFFER)))
                .isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> store.rate(NOBODYS, key(), 1, true, null))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void aRatingCanBeChanged() {
        ConversationId conversation = startAnswered();
        store.rate(conversation, key(), 1, true, null);
        store.rate(conversation, key(), 1, false, text("Fel avgift"));

        assertThat(store.ratings(conversation)).containsExactly(
                new Rating(1, false, text("Fel avgift"), EventLog.storable(record.clock.instant())));
    }

    @Test
    void aLateRepeatOfARatingDoesNotUndoTheNext() {
        ConversationId conversation = startAnswered();
        IdempotencyKey key = key();
        store.rate(conversation, key, 1, true, text("Tack"));
        store.rate(conversation, key(), 1, false, null);
        store.rate(conversation, key, 1, true, text("Tack"));

        assertThat(store.ratings(conversation)).singleElement()
                .matches(rating -> !rating.helpful() && rating.comment() == null);
        assertThatThrownBy(() -> store.rate(conversation, key, 1, true, text("Tack!")))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void refusesRatingsOfAnswersThatAreNotThere() {
        ConversationId conversation = startAnswered();
        ask(conversation, "Öppen?");
        for (int answer : new int[]{-1, 0, 2, 3}) {
            assertThatThrownBy(() -> store.rate(conversation, key(), answer, true, null))
                    .isInstanceOf(UnknownAnswer.class);
        }
        assertThat(store.ratings(conversation)).isEmpty();
    }

    @Test
    void ratingsAtOnceAreAllTaken() throws Exception {
        ConversationId conversation = startAnswered();

        AtOnce.run(WRITERS, () -> {
            store.rate(conversation, key(), 1, false, null);
            return "rated";
        });

        assertThat(store.ratings(conversation)).hasSize(1);
    }

    @Test
    void disposesOfWholeConversationsAndLeavesATombstone() {
        StartedConversation due = store.start(key());
        StoredEvent question = ask(due.id(), "Öppettider?").event();
        store.answer(question, List.of(SENTENCE, completed(1)), new AnswerExplanation("{}"));
        store.rate(due.id(), key(), 1, true, text("Tack"));
        var startedAt = EventLog.storable(record.clock.instant());
        record.clock.advance(OpenRecord.RETENTION.minusSeconds(1));
        assertThat(record.disposal.disposeDue()).isZero();
        ConversationId kept = startAnswered();
        record.clock.advance(Duration.ofSeconds(1));

        assertThat(record.disposal.disposeDue()).isEqualTo(1);
        assertThat(record.disposal.tombstone(due.id())).contains(
                new Tombstone(due.id(), startedAt, EventLog.storable(record.clock.instant()), 3));
        assertThat(store.open(due.id(), due.token())).isEmpty();
        assertThatThrownBy(() -> ask(due.id(), "Hallå?")).isInstanceOf(UnknownConversation.class);
        assertThat(tablesThatMention(due.id())).containsExactly("tombstone");
        assertThat(store.eventsAfter(kept, 0)).hasSize(2);
        assertThat(record.disposal.tombstone(kept)).isEmpty();
        assertThat(record.disposal.disposeDue()).isZero();
    }

    @Test
    void writingKeepsAConversationAlive() {
        ConversationId asked = startAnswered();
        ConversationId rated = startAnswered();
        ConversationId silent = startAnswered();
        record.clock.advance(OpenRecord.RETENTION.minusDays(1));
        ask(asked, "Är ni kvar?");
        store.rate(rated, key(), 1, true, null);
        record.clock.advance(Duration.ofDays(1));

        assertThat(record.disposal.disposeDue()).isEqualTo(1);
        assertThat(record.disposal.tombstone(silent)).isPresent();
        assertThat(store.eventsAfter(asked, 0)).hasSize(3);
        assertThat(store.ratings(rated)).hasSize(1);
    }

    @Test
    void severalProcessesDisposeOfEachConversationOnce() throws Exception {
        IntStream.range(0, 250).forEach(i -> start());
        record.clock.advance(OpenRecord.RETENTION);

        List<Object> counts = AtOnce.run(3, record.disposal::disposeDue);

        assertThat(counts.stream().mapToInt(Integer.class::cast).sum()).isEqualTo(250);
        assertThat(count("conversation")).isZero();
        assertThat(count("tombstone")).isEqualTo(250);
    }

    @Test
    void streamsEveryEventOnceToWhoeverJoinsWhenever() throws Exception {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        long last = 1 + WRITERS * 25;
        Random random = new Random(Long.getLong("lotsen.seed", 1));
        List<Integer> joinAfter = random.ints(6, 0, 60).boxed().toList();
        AtomicInteger sentences = new AtomicInteger();
        List<Mono<List<Long>>> streams = joinAfter.stream()
                .map(after -> record.stream.events(conversation, after)
                        .map(StoredEvent::id).takeUntil(id -> id == last).collectList().cache())
                .toList();

        AtOnce.run(WRITERS, () -> {
            for (int i = 0; i < 25; i++) {
                int sentence = sentences.incrementAndGet();
                int reader = joinAfter.indexOf(sentence);
                if (reader >= 0) {
                    streams.get(reader).subscribe();
                }
                store.answer(question, List.of(new TextReleased("Mening " + sentence, List.of())));
            }
            return "written";
        });

        for (int i = 0; i < streams.size(); i++) {
            assertThat(streams.get(i).block(Duration.ofSeconds(10)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(joinAfter.get(i) + 1, last).boxed().toList());
        }
        assertThat(record.signals.listenedTo()).isZero();
    }

    @Test
    void refusesToBlockAnEventLoop() {
        StepVerifier.create(Mono.fromCallable(store::openQuestions).subscribeOn(Schedulers.parallel()))
                .verifyErrorMatches(fault -> fault instanceof IllegalStateException);
    }

    private List<String> tablesThatMention(ConversationId conversation) {
        List<String> tables = record.database.sql("""
                select table_name from information_schema.columns
                where table_schema = current_schema and column_name = 'conversation_id'
                union all select 'conversation'""").query(String.class).list();
        assertThat(tables).hasSizeGreaterThanOrEqualTo(7);
        return tables.stream().filter(table -> {
            String column = table.equals("conversation") ? "id" : "conversation_id";
            return record.database.sql("select count(*) from " + table + " where " + column + " = :id")
                    .param("id", conversation.value()).query(Long.class).single() > 0;
        }).toList();
    }

    private long count(String table) {
        return record.database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private ConversationId start() {
        return store.start(key()).id();
    }

    private ConversationId startAnswered() {
        ConversationId conversation = start();
        store.answer(ask(conversation, "Öppettider?").event(), List.of(completed(1)));
        return conversation;
    }

    private AskedQuestion ask(ConversationId conversation, String question) {
        return store.ask(conversation, key(), text(question), "sv");
    }

    private static Completed completed(int answer) {
        return new Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, answer, 0.9);
    }

    private static MaskedText text(String text) {
        return MaskedText.restored(text, Set.of());
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }
}
