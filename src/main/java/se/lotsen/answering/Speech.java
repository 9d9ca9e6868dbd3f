package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import se.lotsen.languagemodel.SpokenSentence;

/** One answer's sentences, and what the checks did to them; the checks are whole once the sentences have ended. */
final class Speech {
    private final List<SpokenSentence> said = new ArrayList<>();
    private final List<Checks.Removed> removed = new ArrayList<>();
    private final List<Checks.Added> added = new ArrayList<>();
    private Flux<SpokenSentence> sentences = Flux.empty();
    private String voice;

    Speech(String voice) {
        this.voice = voice;
    }

    /** Sets what will be said. */
    Speech saying(Flux<SpokenSentence> what) {
        sentences = what;
        return this;
    }

    Flux<SpokenSentence> sentences() {
        return sentences;
    }

    void said(SpokenSentence sentence) {
        said.add(sentence);
    }

    /** What has been released so far, in order. */
    List<SpokenSentence> said() {
        return said;
    }

    void removed(String sentence, String passage, List<String> faults) {
        removed.add(new Checks.Removed(sentence, passage, faults));
    }

    int removedCount() {
        return removed.size();
    }

    void added(SpokenSentence sentence, String check) {
        added.add(new Checks.Added(sentence.text(), sentence.source().id(), check));
    }

    void spokenBy(String name) {
        voice = name;
    }

    /** Who spoke; {@code written+extractive} where a quotation completes what a model wrote. */
    String voice() {
        return voice;
    }

    Checks checks() {
        return new Checks(List.copyOf(removed), List.copyOf(added));
    }
}
