package se.lotsen.asking;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import se.lotsen.answering.Question;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.StoredEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has stored questions answered and stores what comes, whether or not anybody is listening: a citizen whose connection is
 * cut finds the whole answer afterwards. A question that a crash has left open is answered again after the start; the part
 * that was stored stays as it is.
 */
public class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    /** What is released within this time is stored together; a sentence is never held back longer. */
    private static final Duration TOGETHER = Duration.ofMillis(20);
    private static final int MOST_TOGETHER = 64;

    private final AnswerPipeline pipeline;
    private final ConversationStore store;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<AnswerKey, Sinks.Empty<Void>> running = new ConcurrentHashMap<>();

    /** An answer under way: its conversation, and its number there. */
    private record AnswerKey(ConversationId conversation, int number) {
    }

    Answers(AnswerPipeline pipeline, ConversationStore store) {
        this.pipeline = pipeline;
        this.store = store;
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

    /** Waits for no model any more with this answer; one that is not under way is left as it is. */
    public void stop(ConversationId conversation, int answer) {
        Sinks.Empty<Void> stop = running.get(new AnswerKey(conversation, answer));
        if (stop != null) {
            stop.tryEmitEmpty();
        }
    }

    /** The same for whatever is under way in a conversation that nobody listens to any more. */
    public void left(ConversationId conversation) {
        running.forEach((key, stop) -> {
            if (key.conversation().equals(conversation)) {
                stop.tryEmitEmpty();
            }
        });
    }

    /** Finishes what a crash has left open. Blocks; meant for the start, before anybody asks. */
    void recover() {
        List<AskedQuestion> open = store.openQuestions();
        open.forEach(this::finish);
        if (!open.isEmpty()) {
            log.info("{} questions were left open and are being finished", open.size());
        }
    }

    /** Answers what is not answered yet of a question that was asked before. */
    private void finish(AskedQuestion asked) {
        // Without a model: its words would be others than those that were stored.
        work(asked, (question, stop) -> isFinished(asked)
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
        AnswerKey key = new AnswerKey(asked.event().conversation(), asked.answer());
        Sinks.Empty<Void> stop = Sinks.empty();
        if (running.putIfAbsent(key, stop) != null) {
            return;
        }
        Mono.fromCallable(() -> question(asked))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(question -> work.on(question, stop.asMono())
                        .onErrorResume(fault -> giveUp(asked, question, fault)))
                .doFinally(signal -> running.remove(key))
                .subscribe(done -> {
                }, fault -> log.error("Question {} of conversation {} could not be finished",
                        asked.event().id(),
                        asked.event().conversation(), fault));
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
                asked.event().conversation().value().toString());
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
        List<ConversationEvent> stored = events.stream().map(AnswerEvent::event)
                .map(ConversationEvent.class::cast).toList();
        AnswerExplanation explanation = events.getLast() instanceof AnswerEvent.Finished finished
                ? new AnswerExplanation(json.writeValueAsString(finished.explanation()))
                : null;
        return Mono.<Void>fromRunnable(() -> store.answer(asked.event(), stored, explanation))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
