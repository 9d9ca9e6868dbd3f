package se.lotsen.asking;

import io.micrometer.observation.ObservationRegistry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.reactivestreams.Publisher;
import reactor.core.scheduler.Scheduler;
import reactor.core.publisher.Mono;
import se.lotsen.answering.AnswerPipeline;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.CutConnection;
import se.lotsen.testing.Frame;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import java.time.Clock;
import se.lotsen.storage.Notices;
import tools.jackson.databind.JsonNode;

/** Questions whose answer takes its time, is cut off, or was cut off by a crash. */
@ServiceTest
class UnfinishedAnswerTests {
    private static final String QUESTION = "vad kostar förskolan";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;
    @Autowired
    @Qualifier("searchScheduler")
    private Scheduler search;
    @Autowired
    private Answers answers;
    @Autowired
    private AnswerPipeline pipeline;
    @Autowired
    private ConversationStore store;
    @Autowired
    private PersonalDataMask mask;
    @Autowired
    private JdbcClient database;

    private ChatClient client;
    private LogCapture log;

    @BeforeEach
    void connect() {
        client = new ChatClient(port);
        log = new LogCapture();
    }

    @AfterEach
    void nothingFailedInSilence() {
        log.close();
        assertThat(log.errors()).isEmpty();
    }

    @Test
    @Timeout(120)
    void theQuestionIsSeenAtOnceAndAllListenersGetTheSameAnswer() throws IOException {
        Talk talk = client.start();
        String key = ChatClient.newKey();
        List<HttpResponse<InputStream>> listeners = new ArrayList<>();
        try (HeldSearch held = new HeldSearch(search)) {
            HttpResponse<InputStream> first = client.begin(talk, key, QUESTION);
            listeners.add(first);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(client.events(talk, 0, frame -> true)).extracting(Frame::event)
                    .containsExactly("question");
            listeners.add(client.begin(talk, key, QUESTION));
            HttpResponse<String> second = client.post(talk.path("/questions"),
                    talk.headers(ChatClient.newKey()), ChatClient.body("och för två barn"));
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("/problems/question-still-open");
            HttpResponse<String> feedback = client.post(talk.path("/answers/1/feedback"),
                    talk.headers(ChatClient.newKey()), "{\"helpful\":true}");
            assertThat(feedback.statusCode()).as("not answered yet").isEqualTo(404);
        }
        List<List<Frame>> heard = listeners.stream()
                .map(listener -> ChatClient.until(listener.body(), frame -> false)).toList();
        assertThat(heard).allSatisfy(frames -> assertThat(frames).isEqualTo(heard.getFirst()));
        assertThat(heard.getFirst()).extracting(Frame::event).containsOnlyOnce("completed").last()
                .isEqualTo("completed");
        assertThat(client.transcript(talk)).hasSameSizeAs(heard.getFirst());
    }

    @Test
    @Timeout(120)
    void aCitizenWhoLeavesFindsTheWholeAnswerAfterwards() throws IOException {
        Talk talk = client.start();
        try (HeldSearch held = new HeldSearch(search)) {
            client.begin(talk, ChatClient.newKey(), QUESTION).body().close();
        }
        assertThat(client.events(talk, 0, frame -> frame.event().equals("completed"))).hasSizeGreaterThan(3);
    }

    @Test
    @Timeout(120)
    void citizensWhoLeaveAtAnyMomentDisturbNobody() throws Exception {
        List<Talk> talks = new ArrayList<>();
        try (var leaving = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Talk>> left = IntStream.range(0, 100).mapToObj(n -> leaving.submit(() -> {
                Talk talk = client.start();
                CutConnection.ask(port, talk, ChatClient.body(QUESTION), Duration.ofMillis(n % 30));
                return talk;
            })).toList();
            for (Future<Talk> talk : left) {
                talks.add(talk.get());
            }
        }
        for (Talk talk : talks) {
            await().atMost(PATIENCE).until(() -> isWhole(client.transcript(talk)));
        }
        assertThat(client.ask(client.start(), QUESTION).getLast().data().required("kind").asString())
                .isEqualTo("answered");
    }

    @Test
    @Timeout(120)
    void anAnswerThatACrashHasCutIsContinuedWhereverItWasCut() {
        for (int kept = 1;; kept++) {
            Talk talk = client.start();
            List<Frame> whole = client.ask(talk, QUESTION);
            if (kept == whole.size()) {
                return;
            }
            cut(talk, kept);
            answers.recover();
            assertThat(client.events(talk, 0, frame -> frame.event().equals("completed")))
                    .as("cut after event %d", kept).isEqualTo(whole);
        }
    }

    @Test
    @Timeout(120)
    void aRepeatedQuestionContinuesWhatACrashHasCut() {
        for (int kept = 1;; kept++) {
            Talk talk = client.start();
            String key = ChatClient.newKey();
            List<Frame> whole = client.ask(talk, key, QUESTION);
            if (kept == whole.size()) {
                return;
            }
            cut(talk, kept);
            assertThat(client.ask(talk, key, QUESTION)).as("cut after event %d", kept).isEqualTo(whole);
        }
    }

    @Test
    @Timeout(120)
    void anAnswerThatCannotBeStoredIsEndedAndThePersonIsOffered() {
        ConversationStore failing = failing(1);
        Talk talk = client.start();
        new Answers(pipeline, failing, AnswerReceipts.NONE, Notices.inProcess(), ObservationRegistry.NOOP,
                Clock.systemUTC()).begin(asked(talk));
        List<Frame> frames = client.events(talk, 0, frame -> frame.event().equals("completed"));
        assertThat(frames.getLast().data().required("outcome").asString()).isEqualTo("FAILED_INTERRUPTED");
        assertThat(frames).extracting(Frame::event).contains("handover-offer");
        assertThat(log.errors()).hasSize(1);
        log.forget();
    }

    @Test
    @Timeout(120)
    void aDatabaseThatIsSlowerThanTheVoiceLosesNoSentence() {
        ConversationStore slow = mock(ConversationStore.class, delegatesTo(store));
        doAnswer(call -> {
            Mono.delay(Duration.ofMillis(100)).block();
            return delegatesTo(store).answer(call);
        }).when(slow).answer(any(), any(), any());
        AnswerPipeline speaking = mock(AnswerPipeline.class, delegatesTo(pipeline));
        doAnswer(call -> pipeline.answer(call.getArgument(0), call.<Publisher<?>>getArgument(1))
                .delayElements(Duration.ofMillis(25))).when(speaking).answer(any(), any());
        Talk talk = client.start();
        new Answers(speaking, slow, AnswerReceipts.NONE, Notices.inProcess(), ObservationRegistry.NOOP,
                Clock.systemUTC()).begin(asked(talk));
        assertThat(client.events(talk, 0, frame -> frame.event().equals("completed")).getLast().data()
                .required("outcome").asString()).isEqualTo("ANSWERED");
        verify(speaking).answer(any(), any());
    }

    @Test
    @Timeout(120)
    void aStopEndsTheWaitOfThatAnswerAlone() {
        Talk talk = client.start();
        AskedQuestion asked = asked(talk);
        Answers waiting = beside(waitingForAStop());
        waiting.begin(asked);
        ConversationId other = new ConversationId(UUID.fromString(client.start().id()));
        waiting.stop(other, asked.answer());
        waiting.stop(asked.event().conversation(), asked.answer() + 1);
        waiting.left(other);
        assertThat(waiting.isIdle()).isFalse();
        waiting.stop(asked.event().conversation(), asked.answer());
        waiting.stop(asked.event().conversation(), asked.answer());
        assertThat(outcome(talk)).isEqualTo("ANSWERED");
    }

    @Test
    @Timeout(120)
    void aCitizenWhoHasLeftEndsTheWait() {
        Talk talk = client.start();
        AskedQuestion asked = asked(talk);
        Answers waiting = beside(waitingForAStop());
        waiting.begin(asked);
        waiting.left(asked.event().conversation());
        assertThat(outcome(talk)).isEqualTo("ANSWERED");
    }

    @Test
    @Timeout(120)
    void whatIsEndedElsewhereMeanwhileIsNoFault() {
        Talk talk = client.start();
        AskedQuestion asked = asked(talk);
        Answers waiting = beside(waitingForAStop());
        waiting.begin(asked);
        beside(pipeline).recover();
        List<Frame> ended = client.events(talk, 0, frame -> frame.event().equals("completed"));
        waiting.stop(asked.event().conversation(), asked.answer());
        await().atMost(PATIENCE).until(waiting::isIdle);
        assertThat(client.events(talk, 0, frame -> frame.event().equals("completed"))).isEqualTo(ended);
    }

    @Test
    @Timeout(120)
    void whatACrashHasCutIsFinishedWithoutAModel() {
        Talk talk = client.start();
        AskedQuestion asked = asked(talk);
        Answers recovering = beside(waitingForAStop());
        recovering.recover();
        assertThat(outcome(talk)).isEqualTo("ANSWERED");
        assertThat(asked.answer()).isEqualTo(1);
    }

    @Test
    @Timeout(120)
    void aStopIsHeardByTheProcessThatAnswers() {
        Talk talk = client.start();
        AskedQuestion asked = asked(talk);
        Notices shared = Notices.inProcess();
        new Answers(waitingForAStop(), store, AnswerReceipts.NONE, shared, ObservationRegistry.NOOP,
                Clock.systemUTC()).begin(asked);
        new Answers(pipeline, store, AnswerReceipts.NONE, shared, ObservationRegistry.NOOP, Clock.systemUTC())
                .stop(asked.event().conversation(),
                        asked.answer());
        assertThat(outcome(talk)).isEqualTo("ANSWERED");
    }

    @Test
    @Timeout(120)
    void whatTheDatabaseRefusedToEndIsEndedAtTheNextLook() {
        ConversationStore failing = failing(2);
        Talk talk = client.start();
        AskedQuestion asked = asked(talk);
        Answers answers = at(asked, 1, failing);
        answers.begin(asked);
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(log.errors()).as("the answer, and its end").hasSize(2));
        log.forget();
        answers.lookAfter(false);
        assertThat(outcome(talk)).isEqualTo("ANSWERED");
    }

    @Test
    @Timeout(120)
    void anOwnQuestionThatNobodyAnswersIsTakenUpAfterAWhile() {
        Talk talk = client.start();
        AskedQuestion asked = asked(talk);
        Answers young = at(asked, 29);
        young.lookAfter(true);
        assertThat(young.isIdle()).isTrue();
        at(asked, 30).lookAfter(false);
        assertThat(outcome(talk)).isEqualTo("ANSWERED");
    }

    /** Cannot write so many times, be it a part of an answer or its end. */
    private ConversationStore failing(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return mock(ConversationStore.class, call -> {
            if (call.getMethod().getName().equals("answer") && left.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            return delegatesTo(store).answer(call);
        });
    }

    private Answers at(AskedQuestion asked, int seconds) {
        return at(asked, seconds, store);
    }

    private Answers at(AskedQuestion asked, int seconds, ConversationStore store) {
        return new Answers(pipeline, store, AnswerReceipts.NONE, Notices.inProcess(),
                ObservationRegistry.NOOP,
                Clock.fixed(asked.event().at().plusSeconds(seconds), java.time.ZoneOffset.UTC));
    }

    /** A pipeline that answers when it is told not to wait any more, and never before. */
    /** The answers of another process, over the same store. */
    private Answers beside(AnswerPipeline answering) {
        return new Answers(answering, store, AnswerReceipts.NONE, Notices.inProcess(),
                ObservationRegistry.NOOP, Clock.systemUTC());
    }

    private AnswerPipeline waitingForAStop() {
        AnswerPipeline waiting = mock(AnswerPipeline.class, delegatesTo(pipeline));
        doAnswer(call -> Mono.from(call.<Publisher<?>>getArgument(1)).then()
                .thenMany(pipeline.answer(call.getArgument(0)))).when(waiting).answer(any(), any());
        return waiting;
    }

    private String outcome(Talk talk) {
        return client.events(talk, 0, frame -> frame.event().equals("completed")).getLast().data()
                .required("outcome").asString();
    }

    private AskedQuestion asked(Talk talk) {
        return store.ask(new ConversationId(UUID.fromString(talk.id())),
                new IdempotencyKey(UUID.randomUUID()), mask.mask(QUESTION), "sv");
    }

    private static boolean isWhole(JsonNode transcript) {
        return transcript.isEmpty() || transcript.get(transcript.size() - 1).required("type").asString()
                .equals("completed");
    }

    /** Leaves the conversation as a process would that was killed after its {@code kept}th event. */
    private void cut(Talk talk, int kept) {
        // A citizen sees the end a moment before the work that stored it is over; a crash ends both.
        while (!answers.isIdle()) {
            Thread.onSpinWait();
        }
        UUID id = UUID.fromString(talk.id());
        database.sql("delete from event where conversation_id = :id and id > :kept").param("id", id)
                .param("kept", kept).update();
        List.of("explanation", "answer_receipt").forEach(table -> database
                .sql("delete from " + table + " where conversation_id = :id").param("id", id).update());
        database.sql("update conversation set last_event = :kept, open_question = 1 where id = :id")
                .param("id", id).param("kept", kept).update();
    }

    /** Keeps every search waiting until it is closed. */
    private static final class HeldSearch implements AutoCloseable {
        private final CountDownLatch go = new CountDownLatch(1);

        private HeldSearch(Scheduler search) {
            int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
            CountDownLatch held = new CountDownLatch(threads);
            for (int i = 0; i < threads; i++) {
                search.schedule(() -> {
                    held.countDown();
                    waitFor(go);
                });
            }
            waitFor(held);
        }

        private static void waitFor(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            go.countDown();
        }
    }
}
