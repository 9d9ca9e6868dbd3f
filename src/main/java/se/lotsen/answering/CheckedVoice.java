package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import se.lotsen.grounding.Grounding;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.languagemodel.AskedWords;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.Voice;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.privacy.MaskedText;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Relevance;
import se.lotsen.retrieval.Retrieval;

/** A voice of which only what holds against its sources is heard. */
final class CheckedVoice {
    private final Voice voice;
    private final GroundingCheck grounding;

    CheckedVoice(Voice voice, GroundingCheck grounding) {
        this.voice = voice;
        this.grounding = grounding;
    }

    /** One answer's sentences, and what the checks did to them; the checks are whole once the sentences have ended. */
    static final class Speech {
        private final String voice;
        private final List<Checks.Removed> removed = new ArrayList<>();
        private final List<Checks.Added> added = new ArrayList<>();
        private Flux<SpokenSentence> sentences = Flux.empty();

        private Speech(String voice) {
            this.voice = voice;
        }

        Flux<SpokenSentence> sentences() {
            return sentences;
        }

        String voice() {
            return voice;
        }

        Checks checks() {
            return new Checks(List.copyOf(removed), List.copyOf(added));
        }
    }

    Speech speak(Reading reading, MaskedText typed) {
        Speech speech = new Speech(voice.name());
        speech.sentences = voice.speak(request(reading)).filter(sentence -> holds(sentence, speech));
        return speech;
    }

    private boolean holds(SpokenSentence sentence, Speech speech) {
        Grounding found = grounding.check(sentence.text(), List.of(sentence.source()));
        if (!found.holds()) {
            speech.removed
                    .add(new Checks.Removed(sentence.text(), sentence.source().id(), found.faults().stream()
                            .map(fault -> fault.kind() + ": " + fault.found()).toList()));
        }
        return found.holds();
    }

    private static VoiceRequest request(Reading reading) {
        Retrieval retrieval = reading.retrieval();
        String page = retrieval.pages().getFirst().page();
        double top = retrieval.pages().getFirst().score();
        List<VoiceRequest.RankedText> passages = new ArrayList<>();
        for (RankedPassage ranked : retrieval.passagesOf(page)) {
            passages.add(new VoiceRequest.RankedText(ranked.passage(), top <= 0 ? 1 : ranked.score() / top));
        }
        return new VoiceRequest(reading.asked(), passages, words(retrieval.relevance()));
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
