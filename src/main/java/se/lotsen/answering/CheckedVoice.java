package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import se.lotsen.grounding.Grounding;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.AskedWords;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.Utterance;
import se.lotsen.languagemodel.Voice;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.languagemodel.Writer;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Relevance;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;

/**
 * The voices of which only what holds against its sources is heard. A model's sentences are released one by one as they
 * come whole and hold; the quotation that would have been the answer without it stands behind: it takes over when the model
 * fails, is stopped, says little of it, or says too much that does not hold.
 */
final class CheckedVoice {
    /** When more of what a model says is removed than this, the rest of it is not trusted to be the answer. */
    private static final double TOO_MUCH_REMOVED = 0.5;
    /** How much of the quotation a wording must say to stand alone. */
    private static final double ENOUGH_SAID = 0.5;

    private final Retriever retriever;
    private final SafePassages safe;
    private final Voice voice;
    private final Optional<Writer> writer;
    private final GroundingCheck grounding;
    private final Quotation quotation;
    private final DayNotes notes;

    CheckedVoice(Retriever retriever, SafePassages safe, Voice voice, Optional<Writer> writer,
            GroundingCheck grounding, Quotation quotation, DayNotes notes) {
        this.retriever = retriever;
        this.safe = safe;
        this.voice = voice;
        this.writer = writer;
        this.grounding = grounding;
        this.quotation = quotation;
        this.notes = notes;
    }

    /** The passages' own words alone. */
    Speech quote(Reading reading, Question question) {
        Speech speech = new Speech(voice.name());
        VoiceRequest request = request(reading);
        return request.passages().isEmpty()
                ? speech
                : speech.saying(ending(quoted(request, speech), speech, question, request));
    }

    /**
     * A model's words where there is one, else the passages' own. When the turn is stopped, the answer is finished without
     * the model.
     */
    Speech speak(Reading reading, Turn turn) {
        if (writer.isEmpty() || turn.use().isGivenUp()) {
            return quote(reading, turn.question());
        }
        Speech speech = new Speech(voice.name());
        VoiceRequest request = request(reading);
        return request.passages().isEmpty()
                ? speech
                : speech.saying(ending(written(writer.get(), request, turn, speech), speech,
                        turn.question(), request));
    }

    private Flux<SpokenSentence> ending(Flux<SpokenSentence> sentences, Speech speech, Question question,
            VoiceRequest request) {
        List<Passage> passages = request.passages().stream().map(VoiceRequest.RankedText::passage).toList();
        return Flux.concat(List.of(sentences, notes.of(speech, question.text(), passages)));
    }

    private Flux<SpokenSentence> quoted(VoiceRequest request, Speech speech) {
        return voice.speak(request).filter(sentence -> holds(sentence.text(), sentence.source(), speech))
                .collectList().flatMapIterable(quoted -> quotation.completed(quoted, speech))
                .doOnNext(speech::said);
    }

    private Flux<SpokenSentence> written(Writer by, VoiceRequest request, Turn turn, Speech speech) {
        AtomicBoolean brokenOff = new AtomicBoolean(true);
        Flux<SpokenSentence> held = turn.untilStopped(by.write(request, turn.use())
                .doOnComplete(() -> brokenOff.set(false))
                .onErrorComplete(ModelUnavailable.class))
                .<SpokenSentence>handle((utterance, sink) -> held(utterance, speech).ifPresent(sink::next))
                .filter(sentence -> !speech.said().contains(sentence))
                .doOnNext(speech::said);
        return Flux.concat(List.of(held, Flux.defer(() -> completed(request, speech, brokenOff.get()))));
    }

    /** What the quotation says beyond the wording, and what belongs to the wording. */
    private Flux<SpokenSentence> completed(VoiceRequest request, Speech speech, boolean brokenOff) {
        if (speech.said().isEmpty()) {
            return quoted(request, speech);
        }
        speech.spokenBy("written");
        return quoted(request, new Speech(voice.name())).collectList().flatMapMany(quoted -> {
            SaidAlready said = new SaidAlready(speech.said());
            List<SpokenSentence> missing = quoted.stream().filter(sentence -> !said.covers(sentence))
                    .toList();
            boolean trusted = !brokenOff && missing.size() <= (1 - ENOUGH_SAID) * quoted.size()
                    && speech.removedCount() <= TOO_MUCH_REMOVED
                            * (speech.removedCount() + speech.said().size());
            if (trusted || missing.isEmpty()) {
                return quotation.leftOut(speech).doOnNext(speech::said);
            }
            speech.spokenBy("written+" + voice.name());
            missing.forEach(sentence -> speech.added(sentence, "QUOTATION"));
            return Flux.concat(List.of(Flux.fromIterable(missing), quotation.leftOut(speech)))
                    .doOnNext(speech::said);
        });
    }

    /** The utterance with the one of its passages that holds it. */
    private Optional<SpokenSentence> held(Utterance utterance, Speech speech) {
        if (utterance.slip() != null) {
            speech.removed(utterance.text(), "", List.of(utterance.slip().name()));
            return Optional.empty();
        }
        List<String> faults = new ArrayList<>();
        for (Passage passage : utterance.cited()) {
            Grounding found = grounding.check(utterance.text(), List.of(passage));
            if (found.holds()) {
                return Optional.of(new SpokenSentence(utterance.text(), passage));
            }
            faults.addAll(faults(found));
        }
        speech.removed(utterance.text(), utterance.cited().getFirst().id(), faults);
        return Optional.empty();
    }

    private boolean holds(String sentence, Passage source, Speech speech) {
        Grounding found = grounding.check(sentence, List.of(source));
        if (!found.holds()) {
            speech.removed(sentence, source.id(), faults(found));
        }
        return found.holds();
    }

    private static List<String> faults(Grounding found) {
        return found.faults().stream().map(fault -> fault.kind() + ": " + fault.found()).toList();
    }

    /** The whole first page: a fact may stand in a passage that shares no word with the question. */
    private VoiceRequest request(Reading reading) {
        Retrieval page = reading.page() != null ? reading.retrieval() : within(reading);
        List<RankedPassage> ranked = safe.of(page.passagesOf(page.pages().getFirst().page()));
        double top = ranked.isEmpty() ? 0 : ranked.getFirst().score();
        List<VoiceRequest.RankedText> passages = new ArrayList<>();
        for (RankedPassage one : ranked) {
            passages.add(new VoiceRequest.RankedText(one.passage(), top <= 0 ? 1 : one.score() / top));
        }
        return new VoiceRequest(reading.asked(), passages, words(page.relevance()));
    }

    /** Where the page knows none of the words, as with another language's, its passages stand as the search found them. */
    private Retrieval within(Reading reading) {
        Retrieval found = reading.retrieval();
        Retrieval within = retriever.retrieveWithin(reading.asked().withoutPlaceholders(),
                found.pages().getFirst().page());
        return within.evidence().foundWeight() > 0 ? within : found;
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
}
