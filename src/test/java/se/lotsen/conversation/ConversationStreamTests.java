package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;
import se.lotsen.storage.Replicas;
import reactor.test.StepVerifier;

@Timeout(30)
class ConversationStreamTests {
    private OpenRecord record;
    private ConversationId conversation;
    private StoredEvent question;

    @BeforeEach
    void askAQuestion(@TempDir Path dataDir) {
        record = OpenRecord.in(dataDir);
        conversation = record.store.start(RecordContract.key()).id();
        question = record.store.ask(conversation, RecordContract.key(), RecordContract.text("Hur?"), "sv")
                .event();
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void replaysWhatIsStoredAndGoesOnWithWhatIsAdded() {
        addSentences(2);
        StepVerifier.create(record.stream.events(conversation, 1).map(StoredEvent::id))
                .expectNext(2L, 3L)
                .then(() -> addSentences(1))
                .expectNext(4L)
                .then(() -> addSentences(2))
                .expectNext(5L, 6L)
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void streamsTheEventsThatTheStoreReturned() {
        List<StoredEvent> answer = record.store.answer(question,
                List.of(RecordContract.SENTENCE, RecordContract.completed(1)));

        StepVerifier.create(record.stream.events(conversation, 0).take(3))
                .expectNext(question)
                .expectNextSequence(answer)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void longLogsComeWhole() {
        int sentences = 3 * ConversationStream.PAGE - 1;
        addSentences(sentences);

        StepVerifier.create(record.stream.events(conversation, 0).map(StoredEvent::id).take(sentences + 1L))
                .expectNextSequence(LongStream.rangeClosed(1, sentences + 1L).boxed().toList())
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aSlowReaderHoldsOnePageAtMostAndMissesNothing() {
        List<Integer> pages = new CopyOnWriteArrayList<>();
        ConversationStream stream = new ConversationStream(countingReads(pages), record.signals);
        int last = 1 + 4 * ConversationStream.PAGE;

        StepVerifier.create(stream.events(conversation, 0).map(StoredEvent::id), 1)
                .expectNext(1L)
                .then(() -> addSentences(4 * ConversationStream.PAGE))
                .then(() -> assertThat(sum(pages)).isLessThanOrEqualTo(1 + ConversationStream.PAGE))
                .thenRequest(10)
                .expectNextCount(10)
                .then(() -> assertThat(sum(pages)).isLessThanOrEqualTo(1 + ConversationStream.PAGE))
                .thenRequest(Long.MAX_VALUE)
                .expectNextSequence(LongStream.rangeClosed(12, last).boxed().toList())
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void signalsOfOtherConversationsAreNotHeard() {
        List<Integer> pages = new CopyOnWriteArrayList<>();
        ConversationId other = record.store.start(RecordContract.key()).id();
        ConversationStream stream = new ConversationStream(countingReads(pages), record.signals);

        StepVerifier.create(stream.events(conversation, 0))
                .expectNext(question)
                .then(() -> record.store.append(other, List.of(RecordContract.OFFER)))
                .then(() -> addSentences(1))
                .expectNextMatches(event -> event.id() == 2)
                .thenCancel()
                .verify(Duration.ofSeconds(10));
        assertThat(pages).containsExactly(1, 1);
    }

    @Test
    void forgetsReadersThatLeave() {
        List<Disposable> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            readers.add(record.stream.events(conversation, 0).subscribe());
        }
        assertThat(record.signals.listenedTo()).isEqualTo(1);
        readers.subList(1, 20).forEach(Disposable::dispose);
        assertThat(record.signals.listenedTo()).isEqualTo(1);
        readers.getFirst().dispose();
        assertThat(record.signals.listenedTo()).isZero();

        record.stream.events(conversation, 0).blockFirst(Duration.ofSeconds(10));
        assertThat(record.signals.listenedTo()).isZero();
    }

    @Test
    void leavesTheEventLoopAlone() {
        List<String> threads = Collections.synchronizedList(new ArrayList<>());

        StepVerifier.create(record.stream.events(conversation, 0)
                .doOnNext(event -> threads.add(Thread.currentThread().getName()))
                .subscribeOn(Schedulers.parallel())
                .take(1))
                .expectNext(question)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
        assertThat(threads).singleElement().asString().containsIgnoringCase("boundedElastic");
    }

    @Test
    void aFaultOfTheDatabaseEndsTheStreamWithAnError() {
        StepVerifier.create(record.stream.events(conversation, 0))
                .expectNext(question)
                .then(record::close)
                .then(() -> record.signals.changed(conversation))
                .expectError()
                .verify(Duration.ofSeconds(10));
        assertThat(record.signals.listenedTo()).isZero();
    }

    private void addSentences(int count) {
        record.store.answer(question, Collections.nCopies(count, RecordContract.SENTENCE));
    }

    private static int sum(List<Integer> pages) {
        return pages.stream().mapToInt(Integer::intValue).sum();
    }

    private ConversationStore countingReads(List<Integer> pages) {
        return new ConversationStore(record.database, record.rowLocks, record.signals, Replicas.alone(),
                record.clock) {
            @Override
            List<StoredEvent> eventsAfter(ConversationId id, long after, int limit) {
                List<StoredEvent> page = super.eventsAfter(id, after, limit);
                pages.add(page.size());
                return page;
            }
        };
    }
}
