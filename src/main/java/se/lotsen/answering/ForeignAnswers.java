package se.lotsen.answering;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import se.lotsen.answering.Standing.Obstacle;
import se.lotsen.answering.SwedishQuestions.Understood;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Verdict;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.screening.Release;

/**
 * What somebody hears who asks in another language than the pages'. The question is put into Swedish for the search, the
 * answer is quoted in Swedish and checked as every answer is, and only then translated line by line. Where there is nothing
 * that could be answered, or neither a model nor a search by meaning, there is the card in the citizen's language.
 */
final class ForeignAnswers {
    private final SwedishQuestions questions;
    private final ConfidencePolicy policy;
    private final Standing standing;
    private final CheckedVoice voice;
    private final Translation translation;
    private final Endings endings;
    private final boolean byMeaning;

    /** @param byMeaning whether the search may find Swedish pages for words of other languages */
    ForeignAnswers(SwedishQuestions questions, ConfidencePolicy policy, Standing standing, CheckedVoice voice,
            Translation translation, Endings endings, boolean byMeaning) {
        this.questions = questions;
        this.policy = policy;
        this.standing = standing;
        this.voice = voice;
        this.translation = translation;
        this.endings = endings;
        this.byMeaning = byMeaning;
    }

    /** @param reading what was found for the question as it was typed */
    Flux<AnswerEvent> answer(Turn turn, Reading reading) {
        if (!endings.speaks(turn.question().language()) || !byMeaning && !questions.areConfigured()) {
            return card(turn, reading);
        }
        return questions.of(turn).map(Optional::of).defaultIfEmpty(Optional.empty())
                .flatMapMany(understood -> answer(turn, reading, understood.orElse(null)));
    }

    private Flux<AnswerEvent> answer(Turn turn, Reading typed, @Nullable Understood understood) {
        if (understood != null && understood.screened() != null) {
            return Flux
                    .fromIterable(endings.screened(turn.question(), understood.screened(), Optional.empty()));
        }
        Reading swedish = understood == null ? null : understood.reading();
        if (swedish != null && verdict(swedish) instanceof Verdict.AnswerIt it) {
            return answered(turn, swedish, it.confidence());
        }
        if (byMeaning && verdict(typed) instanceof Verdict.AnswerIt it) {
            return answered(turn, typed, it.confidence());
        }
        return card(turn, swedish != null && isNear(swedish) ? swedish : typed);
    }

    private Verdict verdict(Reading reading) {
        return policy.decide(reading.retrieval());
    }

    private boolean isNear(Reading reading) {
        return switch (verdict(reading)) {
            case Verdict.AnswerIt it -> true;
            case Verdict.AskWhich which -> true;
            case Verdict.HandOver handOver -> false;
            case Verdict.NothingFound nothing -> false;
        };
    }

    private Flux<AnswerEvent> card(Turn turn, Reading reading) {
        return Flux.fromIterable(endings.foreign(turn, reading, isNear(reading)));
    }

    private Flux<AnswerEvent> answered(Turn turn, Reading reading, double confidence) {
        return Flux.concat(List.of(Flux.just(endings.sources(reading)),
                Flux.defer(() -> standing.obstacle(reading.retrieval(), turn.question().byStaff())
                        .map(Obstacle::outcome)
                        .<Flux<AnswerEvent>>map(outcome -> Flux
                                .fromIterable(endings.card(turn, reading, confidence, outcome, true)))
                        .orElseGet(() -> spoken(turn, reading, confidence)))));
    }

    private Flux<AnswerEvent> spoken(Turn turn, Reading reading, double confidence) {
        Speech speech = voice.quote(reading, turn.question());
        Release release = standing.release(reading.retrieval());
        if (release.isHeldBack()) {
            // Not translated: it is for the person who looks at it.
            return Steps.of(turn, "lotsen.voice", speech.sentences()).distinct().collectList()
                    .flatMapIterable(said -> said.isEmpty()
                            ? endings.card(turn, reading, confidence, AnswerOutcome.NOT_ANSWERED_LANGUAGE,
                                    true)
                            : endings.withheld(turn, reading, confidence, speech,
                                    Withheld.of(release, said)));
        }
        return Steps.of(turn, "lotsen.voice", speech.sentences()).distinct().collectList()
                .filter(sentences -> !sentences.isEmpty())
                .flatMap(sentences -> translation.of(sentences, turn, speech))
                .map(answer -> endings.translated(turn, reading, confidence, speech, answer))
                .switchIfEmpty(Mono.fromCallable(() -> endings.card(turn, reading, confidence,
                        AnswerOutcome.NOT_ANSWERED_LANGUAGE, true)))
                .flatMapIterable(events -> events);
    }
}
