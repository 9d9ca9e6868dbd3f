package se.lotsen.asking;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import se.lotsen.answering.AnswerEvent;
import se.lotsen.answering.AnswerPipeline;
import se.lotsen.answering.EarlierTurn;
import se.lotsen.answering.Explanation;
import se.lotsen.answering.Question;
import se.lotsen.asking.AnswerReceipts.Receipted;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal.QuestionNotOpen;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.storage.Notices;
import se.lotsen.conversation.StoredEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has stored questions answered and stores what comes, whether or not anybody is listening: a citizen whose connection is
 * cut finds the whole answer afterwards. A question is answered by the process that it came to. One that a crash has left open is
 * answered again, by the same service after its start or by another process that shares the database; the part that was stored
 * stays as it is.
 */
public class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    /** What is released within this time is stored together; a sentence is never held back longer. */
    private static final Duration TOGETHER = Duration.ofMillis(20);
    private static final int MOST_TOGETHER = 64;
    /** An own question that is older and not under way has been forgotten; between its commit and the begin lie milliseconds. */
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final String STOP = "stop-answer";

    private final AnswerPipeline pipeline;
    private final ConversationStore store;
    private final AnswerReceipts receipts;
    private final Notices notices;
    private final Clock clock;
    private final ObservationRegistry observations;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<AnswerKey, Sinks.Empty<Void>> running = new ConcurrentHashMap<>();

    /** Own questions whose end could not be stored: these have not been forgotten, and need not wait for {@link #GRACE}. */
    private final Set<AnswerKey> broken = ConcurrentHashMap.newKeySet();

    private volatile boolean hurried;

    /** An answer under way: its conversation, and its number there. */
    private record AnswerKey(ConversationId conversation, int number) {
        String name() {
            return conversation.value() + " " + number;
        }

        static AnswerKey of(AskedQuestion asked) {
            return new AnswerKey(asked.event().conversation(), asked.answer());
        }

        static AnswerKey of(String name) {
            String[] parts = name.split(" ", 2);
            return new AnswerKey(new ConversationId(UUID.fromString(parts[0])), Integer.parseInt(parts[1]));
        }
    }

    Answers(AnswerPipeline pipeline, ConversationStore store, AnswerReceipts receipts, Notices notices,
            ObservationRegistry observations, Clock clock) {
        this.pipeline = pipeline;
        this.store = store;
        this.receipts = receipts;
        this.notices = notices;
        this.observations = observations;
        this.clock = clock;
        // A wait that is not ended ends by itself, with the model's deadline.
        notices.listen(STOP, Notices.Listener.passing(key -> stop(AnswerKey.of(key))));
    }

    /** Begins to answer, unless that is under way or done; returns at once. */
    public void begin(AskedQuestion asked) {
        if (asked.repeated()) {
            finish(asked);
            return;
        }
        work(asked, (question, stop) -> pipeline.answer(question, stop)
                // "true": what comes while the store is busy waits for it; otherwise it would be a fault.
                .bufferTimeout(MOST_TOGETHER, TOGETHER, true)
                .concatMap(events -> store(asked, events))
                .then());
    }

    /**
     * Waits for no model any more with this answer, whichever process it is under way in; one that is not under way is left as
     * it is. Blocks.
     */
    public void stop(ConversationId conversation, int answer) {
        AnswerKey key = new AnswerKey(conversation, answer);
        if (!stop(key)) {
            notices.tell(STOP, key.name());
        }
    }

    private boolean stop(AnswerKey key) {
        Sinks.Empty<Void> stop = running.get(key);
        if (stop != null) {
            stop.tryEmitEmpty();
        }
        return stop != null;
    }

    /** The same for whatever is under way in a conversation that nobody listens to any more. */
    public void left(ConversationId conversation) {
        running.forEach((key, stop) -> {
            if (key.conversation().equals(conversation)) {
                stop.tryEmitEmpty();
            }
        });
    }

    /** The same for everything, from now on: the service stops. */
    void hurry() {
        hurried = true;
        running.values().forEach(Sinks.Empty::tryEmitEmpty);
    }

    /** The service goes on: models are waited for. */
    void takeYourTime() {
        hurried = false;
    }

    /** Finishes what a crash has left open. Blocks; meant for the start, before anybody asks. */
    void recover() {
        List<AskedQuestion> open = store.openQuestions();
        open.forEach(this::finish);
        if (!open.isEmpty()) {
            log.info("{} questions were left open and are being finished", open.size());
        }
    }

    /**
     * Finishes what nobody works on any more: of this process what its database refused to end, and for the one that leads also
     * what a killed process has left. Blocks; meant for every few seconds.
     */
    void lookAfter(boolean leads) {
        Instant begun = clock.instant().minus(GRACE);
        List<AskedQuestion> own = store.ownOpenQuestions();
        for (AskedQuestion asked : leads ? store.openQuestions() : own) {
            AnswerKey key = AnswerKey.of(asked);
            boolean young = own.contains(asked) && asked.event().at().isAfter(begun);
            if ((broken.remove(key) || !young) && !running.containsKey(key)) {
                log.info("question {} of conversation {} was left open and is being finished",
                        asked.event().id(), asked.event().conversation());
                finish(asked);
            }
        }
        broken.clear(); // what is left was ended by another process
    }

    /** Answers what is not answered yet of a question that was asked before. */
    private void finish(AskedQuestion asked) {
        // Without a model: its words would be others than those that were stored.
        work(asked, (question, stop) -> isFinished(asked) || !store.takeOver(asked.event())
                ? Mono.empty()
                : pipeline.answer(question, Mono.empty())
                        .collectList()
                        .flatMap(events -> store(asked, rest(asked, question, events))));
    }

    private boolean isFinished(AskedQuestion asked) {
        return stored(asked).stream().anyMatch(ConversationEvent.Completed.class::isInstance);
    }

    /** Whether nothing is being answered at this moment. */
    boolean isIdle() {
        return running.isEmpty();
    }

    private interface Work {
        Mono<Void> on(Question question, Publisher<Void> stop);
    }

    private void work(AskedQuestion asked, Work work) {
        AnswerKey key = AnswerKey.of(asked);
        Sinks.Empty<Void> stop = Sinks.empty();
        if (running.putIfAbsent(key, stop) != null) {
            return;
        }
        if (hurried) {
            stop.tryEmitEmpty();
        }
        ObservedQuestion observed = ObservedQuestion.begin(observations);
        Mono.fromCallable(() -> question(asked))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(question -> work.on(question, stop.asMono())
                        .onErrorResume(fault -> !(fault instanceof QuestionNotOpen),
                                fault -> giveUp(asked, question, fault)))
                // Whoever took it over has given its citizen an end.
                .onErrorResume(QuestionNotOpen.class, ended -> {
                    log.info("Question {} of conversation {} was ended elsewhere meanwhile",
                            asked.event().id(), asked.event().conversation());
                    return Mono.empty();
                })
                .doFinally(signal -> {
                    running.remove(key);
                    observed.stop();
                })
                .contextWrite(observed::into)
                .subscribe(done -> {
                }, fault -> {
                    broken.add(key);
                    log.error("Question {} of conversation {} could not be finished", asked.event().id(),
                            asked.event().conversation(), fault);
                });
    }

    /** A question that stayed open would leave its citizen waiting, and refuse the next one, until a restart. */
    private Mono<Void> giveUp(AskedQuestion asked, Question question, Throwable fault) {
        log.error("The answer to question {} of conversation {} could not be stored and is ended",
                asked.event().id(), asked.event().conversation(), fault);
        return store(asked, pipeline.interrupted(question));
    }

    private Question question(AskedQuestion asked) {
        QuestionAsked question = (QuestionAsked) asked.event().event();
        List<EarlierTurn> earlier = asked.answer() > 1
                ? EarlierTurn.of(store.eventsBefore(asked.event(), EarlierTurn.EVENTS))
                : List.of();
        return new Question(question.text(), question.language(), asked.answer(), earlier,
                asked.event().conversation().value().toString(),
                store.isCall(asked.event().conversation()));
    }

    /** What is still to be stored: the rest of the same answer, or, where the stored part differs by now, an honest end. */
    private List<AnswerEvent> rest(AskedQuestion asked, Question question, List<AnswerEvent> again) {
        List<ConversationEvent> stored = stored(asked);
        boolean same = again.size() > stored.size() && again.subList(0, stored.size()).stream()
                .map(AnswerEvent::event).toList().equals(stored);
        return same ? again.subList(stored.size(), again.size()) : pipeline.interrupted(question);
    }

    private List<ConversationEvent> stored(AskedQuestion asked) {
        return store.eventsAfter(asked.event().conversation(), asked.event().id()).stream()
                .map(StoredEvent::event).toList();
    }

    private Mono<Void> store(AskedQuestion asked, List<AnswerEvent> events) {
        List<ConversationEvent> fresh = events.stream().map(AnswerEvent::event)
                .map(ConversationEvent.class::cast).toList();
        return Mono.deferContextual(context -> {
            ObservedQuestion.stored(context, fresh.getLast());
            return Mono.<Void>fromRunnable(() -> {
                if (events.getLast() instanceof AnswerEvent.Finished finished) {
                    storeEnd(asked, fresh, finished.explanation());
                } else {
                    store.answer(asked.event(), fresh, null);
                }
            });
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private void storeEnd(AskedQuestion asked, List<ConversationEvent> fresh, Explanation why) {
        AnswerExplanation explanation = new AnswerExplanation(json.writeValueAsString(why));
        List<ConversationEvent> whole = new ArrayList<>(stored(asked));
        whole.removeIf(event -> !ConversationStore.isPartOfAnswer(event));
        whole.addAll(fresh);
        Optional<Receipted> receipted = receipts.of(asked, whole, why, explanation);
        List<ConversationEvent> last = new ArrayList<>(fresh);
        receipted.ifPresent(made -> last.set(last.size() - 1, made.end()));
        store.answer(asked.event(), last, explanation, receipted.map(Receipted::receipt).orElse(null));
    }
}
