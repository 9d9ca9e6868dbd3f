package se.lotsen.answering;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Verdict;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.retrieval.IndexUnavailable;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Release;
import se.lotsen.screening.Screened;

/**
 * The way from a question to its answer: screen, understand in its conversation, search, decide, speak, check. Whatever
 * happens, the events end with exactly one {@link AnswerEvent.Finished}; a fault of ours is an outcome that offers a
 * person, never an error signal.
 */
public final class AnswerPipeline {
    private static final Logger log = LoggerFactory.getLogger(AnswerPipeline.class);
    /** Turns in a row without an answer after which nothing more is asked back. */
    private static final int FAILED_TURNS = 2;
    /** A follow-up of whose own words the page speaks this little is not answered from it. */
    private static final double LEAST_SHARE = 0.25;

    private final QuestionScreen screen;
    private final ConversationContext context;
    private final Standing standing;
    private final ConfidencePolicy policy;
    private final FollowUps followUps;
    private final ForeignAnswers foreign;
    private final CheckedVoice voice;
    private final Endings endings;
    private final AssistantSwitch assistant;
    private final Duration deadline;
    private final String home;
    private final Scheduler search;

    /**
     * @param deadline after so long without a sign the answer ends as a fault of ours
     * @param home the language of the pages; a question in another one is {@link ForeignAnswers}' matter
     */
    AnswerPipeline(QuestionScreen screen, ConversationContext context, Standing standing,
            ConfidencePolicy policy, FollowUps followUps, ForeignAnswers foreign, CheckedVoice voice,
            Endings endings, AssistantSwitch assistant, Duration deadline, String home,
            Scheduler search) {
        this.screen = screen;
        this.context = context;
        this.standing = standing;
        this.policy = policy;
        this.followUps = followUps;
        this.foreign = foreign;
        this.voice = voice;
        this.endings = endings;
        this.assistant = assistant;
        this.deadline = deadline;
        this.home = home;
        this.search = search;
    }

    /** The answer's events, waited for to the end. */
    public Flux<AnswerEvent> answer(Question question) {
        return answer(question, Mono.never());
    }

    /**
     * The answer's events; the search runs on its own bounded threads, never on the caller's.
     *
     * @param stop when it ends, no model is waited for any more; the answer is finished from what there is
     */
    public Flux<AnswerEvent> answer(Question question, Publisher<?> stop) {
        return Flux.deferContextual(
                context -> answer(new Turn(question, Steps.use(question, context), stop)));
    }

    private Flux<AnswerEvent> answer(Turn turn) {
        Question question = turn.question();
        return Mono.fromCallable(() -> begin(turn))
                .subscribeOn(search)
                .flatMapMany(events -> events)
                // Whatever is lost on the way, a citizen is never left without an end.
                .timeout(deadline)
                .onErrorResume(fault -> Flux.fromIterable(failed(question, fault)));
    }

    /** How an answer ends that cannot be continued unchanged, for instance after a restart in its middle. */
    public List<AnswerEvent> interrupted(Question question) {
        return endings.failed(question, AnswerOutcome.FAILED_INTERRUPTED);
    }

    private Flux<AnswerEvent> begin(Turn turn) {
        Question question = turn.question();
        AssistantMode mode = assistant.mode();
        Optional<Screened> screened = context.choice(question).isPresent()
                ? Optional.empty()
                : Steps.of(turn, "lotsen.screening",
                        () -> screen.screen(question.text().withoutPlaceholders(),
                                question.language()))
                        .filter(rule -> mode.heeds(rule.action()));
        if (screened.isPresent()) {
            return Flux.fromIterable(endings.screened(question, screened.get(),
                    mode.searches() ? helpful(question, screened.get()) : Optional.empty()));
        }
        if (!mode.searches()) {
            return Flux.fromIterable(endings.switchedOff(question));
        }
        Reading reading = Steps.of(turn, "lotsen.retrieval", () -> read(question));
        if (mode == AssistantMode.SEARCH_ONLY) {
            return Flux.fromIterable(endings.pagesAlone(turn, reading, isNear(reading),
                    AnswerOutcome.NOT_ANSWERED_SEARCH_ONLY));
        }
        if (!question.language().equals(home)) {
            return foreign.answer(turn, reading);
        }
        Verdict verdict = verdict(reading);
        if (verdict instanceof Verdict.AnswerIt || !followUps.canHelp(turn)) {
            return decided(turn, reading, verdict);
        }
        return followUps.rewritten(turn).defaultIfEmpty(reading)
                .flatMapMany(better -> decided(turn, better, verdict(better)));
    }

    private Reading read(Question question) {
        return question.language().equals(home) ? context.read(question) : context.alone(question);
    }

    /** What was found for a question that is not answered here: its pages may help all the same. */
    private Optional<Reading> helpful(Question question, Screened screened) {
        return switch (screened.action()) {
            case DECLINED, REFERRED -> Optional.of(read(question)).filter(this::isNear);
            case EMERGENCY, THREAT, PERSON, ABUSE, GREETING -> Optional.empty();
        };
    }

    private boolean isNear(Reading reading) {
        return switch (policy.decide(reading.retrieval())) {
            case Verdict.AnswerIt it -> true;
            case Verdict.AskWhich which -> true;
            case Verdict.HandOver handOver -> false;
            case Verdict.NothingFound nothing -> false;
        };
    }

    /** What the confidence allows, and what the conversation leaves of it. */
    private Verdict verdict(Reading reading) {
        Verdict verdict = policy.decide(reading.retrieval());
        boolean found = !reading.retrieval().pages().isEmpty();
        if (found && reading.page() != null) {
            // The page is known; what is left to doubt is whether it speaks of what is asked.
            return reading.share() >= LEAST_SHARE
                    ? new Verdict.AnswerIt(Math.max(verdict.confidence(), reading.share()))
                    : new Verdict.AskWhich(reading.share(), List.of(reading.page()));
        }
        return verdict;
    }

    private Flux<AnswerEvent> decided(Turn turn, Reading reading, Verdict verdict) {
        return Flux.concat(List.of(Flux.just(endings.sources(reading)),
                Flux.defer(() -> ended(turn, reading, verdict))));
    }

    private Flux<AnswerEvent> ended(Turn turn, Reading reading, Verdict verdict) {
        Question question = turn.question();
        return switch (verdict) {
            case Verdict.AnswerIt it -> standing.obstacle(reading.retrieval(), question.byStaff())
                    .<Flux<AnswerEvent>>map(obstacle -> Flux.fromIterable(endings.fixed(question, reading,
                            it.confidence(), obstacle.outcome(), obstacle.reply())))
                    .orElseGet(() -> spoken(turn, reading, it.confidence()));
            case Verdict.AskWhich which -> Flux.fromIterable(failedBefore(question)
                    ? endings.fixed(question, reading, which.confidence(),
                            AnswerOutcome.NOT_ANSWERED_STILL_UNCLEAR)
                    : endings.choices(question, reading, which));
            case Verdict.HandOver handOver -> Flux.fromIterable(endings.fixed(question, reading,
                    handOver.confidence(), AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE));
            case Verdict.NothingFound nothing -> Flux.fromIterable(endings.fixed(question, reading,
                    nothing.confidence(), AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE));
        };
    }

    private static boolean failedBefore(Question question) {
        List<EarlierTurn> earlier = question.earlier();
        return earlier.size() >= FAILED_TURNS
                && earlier.subList(earlier.size() - FAILED_TURNS, earlier.size()).stream()
                        .allMatch(EarlierTurn::hasFailed);
    }

    private Flux<AnswerEvent> spoken(Turn turn, Reading reading, double confidence) {
        Speech speech = voice.speak(reading, turn);
        Release release = standing.release(reading.retrieval());
        if (release.isHeldBack()) {
            return Flux.defer(() -> Steps.of(turn, "lotsen.voice", speech.sentences()).collectList()
                    .flatMapIterable(said -> said.isEmpty()
                            ? endings.notGrounded(turn, reading, confidence, speech)
                            : endings.withheld(turn, reading, confidence, speech,
                                    Withheld.of(release, said))));
        }
        AtomicBoolean said = new AtomicBoolean();
        return Flux.concat(List.of(
                Steps.of(turn, "lotsen.voice", speech.sentences()).doOnNext(sentence -> said.set(true))
                        .map(sentence -> Endings.released(reading, sentence)),
                // A voice of which nothing holds has not answered, whatever the figures promised.
                Flux.defer(() -> Flux.fromIterable(said.get()
                        ? endings.answered(turn, reading, confidence, speech)
                        : endings.notGrounded(turn, reading, confidence, speech)))));
    }

    private List<AnswerEvent> failed(Question question, Throwable fault) {
        log.error("Question {} of its conversation could not be answered", question.number(), fault);
        return endings.failed(question, fault instanceof IndexUnavailable
                ? AnswerOutcome.FAILED_INDEX_UNAVAILABLE
                : AnswerOutcome.FAILED_UNEXPECTED);
    }
}
