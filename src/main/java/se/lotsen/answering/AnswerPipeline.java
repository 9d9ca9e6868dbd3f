package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Verdict;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.AskedWords;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.Voice;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.retrieval.IndexUnavailable;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Relevance;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;

/**
 * The way from a question to its answer: search, decide, speak. Whatever happens, the events end with exactly one
 * {@link AnswerEvent.Finished}; a fault of ours is an outcome that offers a person, never an error signal.
 */
public final class AnswerPipeline {
    private static final Logger log = LoggerFactory.getLogger(AnswerPipeline.class);

    private final Retriever retriever;
    private final ConfidencePolicy policy;
    private final Voice voice;
    private final AnswerTexts texts;
    private final Scheduler search;

    AnswerPipeline(Retriever retriever, ConfidencePolicy policy, Voice voice, AnswerTexts texts,
            Scheduler search) {
        this.retriever = retriever;
        this.policy = policy;
        this.voice = voice;
        this.texts = texts;
        this.search = search;
    }

    /** The answer's events; the search runs on its own bounded threads, never on the caller's. */
    public Flux<AnswerEvent> answer(Question question) {
        return Mono.fromCallable(() -> retriever.retrieve(question.text().withoutPlaceholders()))
                .subscribeOn(search)
                .flatMapMany(retrieval -> answer(question, retrieval))
                .onErrorResume(fault -> Flux.fromIterable(failed(question, fault)));
    }

    /** How an answer ends that cannot be continued unchanged, for instance after a restart in its middle. */
    public List<AnswerEvent> interrupted(Question question) {
        return ending(question, AnswerOutcome.FAILED_INTERRUPTED, 0,
                () -> Explanation.ofFault(AnswerOutcome.FAILED_INTERRUPTED.name(), policy.thresholds()),
                texts.failed());
    }

    private Flux<AnswerEvent> answer(Question question, Retrieval retrieval) {
        Verdict verdict = policy.decide(retrieval);
        Flux<AnswerEvent> found = Flux.just(new AnswerEvent.Released(texts.sources(retrieval)));
        return found.concatWith(switch (verdict) {
            case Verdict.AnswerIt it -> spoken(question, retrieval, it);
            case Verdict.AskWhich which -> Flux.fromIterable(ask(question, retrieval, which));
            case Verdict.HandOver handOver -> Flux.fromIterable(fixed(question, retrieval, handOver,
                    AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE, texts.lowConfidence()));
            case Verdict.NothingFound nothing -> Flux.fromIterable(fixed(question, retrieval, nothing,
                    AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE, texts.noAnswer()));
        });
    }

    private Flux<AnswerEvent> spoken(Question question, Retrieval retrieval, Verdict.AnswerIt verdict) {
        // A voice that finds nothing to say has not answered, whatever the figures promised.
        return voice.speak(request(question, retrieval))
                .switchOnFirst((first, sentences) -> first.isOnComplete()
                        ? Flux.fromIterable(
                                fixed(question, retrieval, verdict, AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE,
                                        texts.lowConfidence()))
                        : sentences.<AnswerEvent>map(sentence -> new AnswerEvent.Released(released(sentence)))
                                .concatWith(Flux.defer(
                                        () -> Flux.fromIterable(answered(question, retrieval, verdict)))));
    }

    private List<AnswerEvent> answered(Question question, Retrieval retrieval, Verdict.AnswerIt verdict) {
        return ending(question, AnswerOutcome.ANSWERED, verdict.confidence(),
                () -> Explanation.of(retrieval, verdict, policy.thresholds(), voice.name()));
    }

    private static VoiceRequest request(Question question, Retrieval retrieval) {
        String page = retrieval.pages().getFirst().page();
        double top = retrieval.pages().getFirst().score();
        List<VoiceRequest.RankedText> passages = new ArrayList<>();
        for (RankedPassage ranked : retrieval.passagesOf(page)) {
            passages.add(new VoiceRequest.RankedText(ranked.passage(), ranked.score() / top));
        }
        return new VoiceRequest(question.text(), passages, words(retrieval.relevance()));
    }

    private static AskedWords words(Relevance relevance) {
        return new AskedWords() {
            @Override
            public double[] weights() {
                return relevance.weights();
            }

            @Override
            public double[] strengths(String text) {
                return relevance.strengths(text);
            }
        };
    }

    private static TextReleased released(SpokenSentence sentence) {
        Passage source = sentence.source();
        return new TextReleased(sentence.text(),
                List.of(new Citation(source.page(), source.heading(), source.url())));
    }

    private List<AnswerEvent> ask(Question question, Retrieval retrieval, Verdict.AskWhich verdict) {
        List<AnswerEvent> events = new ArrayList<>();
        events.add(new AnswerEvent.Released(new TextReleased(texts.clarify(), List.of())));
        events.add(new AnswerEvent.Released(texts.choices(verdict.pages())));
        events.addAll(ending(question, AnswerOutcome.CLARIFICATION_ASKED, verdict.confidence(),
                () -> Explanation.of(retrieval, verdict, policy.thresholds(), "")));
        return events;
    }

    private List<AnswerEvent> fixed(Question question, Retrieval retrieval, Verdict verdict,
            AnswerOutcome outcome,
            String reply) {
        return ending(question, outcome, verdict.confidence(),
                () -> Explanation.of(retrieval, verdict, policy.thresholds(), ""), reply);
    }

    private List<AnswerEvent> failed(Question question, Throwable fault) {
        boolean index = fault instanceof IndexUnavailable;
        log.error("Question {} of its conversation could not be answered", question.number(), fault);
        AnswerOutcome outcome = index
                ? AnswerOutcome.FAILED_INDEX_UNAVAILABLE
                : AnswerOutcome.FAILED_UNEXPECTED;
        return ending(question, outcome, 0, () -> Explanation.ofFault(outcome.name(), policy.thresholds()),
                texts.failed());
    }

    /** Every ending offers a person. */
    private List<AnswerEvent> ending(Question question, AnswerOutcome outcome, double confidence,
            Supplier<Explanation> explanation, String... replies) {
        List<AnswerEvent> events = new ArrayList<>();
        for (String reply : replies) {
            events.add(new AnswerEvent.Released(new TextReleased(reply, List.of())));
        }
        events.add(new AnswerEvent.Released(texts.handover(outcome)));
        events.add(new AnswerEvent.Finished(
                new ConversationEvent.Completed(outcome.kind(), outcome, question.number(), confidence),
                explanation.get()));
        return events;
    }
}
