package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import se.lotsen.grounding.DateTruth;
import se.lotsen.grounding.OmissionGuard;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
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
import se.lotsen.retrieval.Retriever;

/** A voice of which only what holds against its sources is heard. */
final class CheckedVoice {
    private final Retriever retriever;
    private final Voice voice;
    private final GroundingCheck grounding;
    private final OmissionGuard omissions;
    private final DateTruth dates;

    CheckedVoice(Retriever retriever, Voice voice, GroundingCheck grounding, OmissionGuard omissions,
            DateTruth dates) {
        this.retriever = retriever;
        this.voice = voice;
        this.grounding = grounding;
        this.omissions = omissions;
        this.dates = dates;
    }

    /** One answer's sentences, and what the checks did to them; the checks are whole once the sentences have ended. */
    static final class Speech {
        private final String voice;
        private final List<SpokenSentence> said = new ArrayList<>();
        private final List<Checks.Removed> removed = new ArrayList<>();
        private final List<Checks.Added> added = new ArrayList<>();
        private Flux<SpokenSentence> sentences = Flux.empty();

        private Speech(String voice) {
            this.voice = voice;
        }

        private void add(SpokenSentence sentence, String check) {
            added.add(new Checks.Added(sentence.text(), sentence.source().id(), check));
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

    /** Sentences come as the voice says them; what they leave out and what the calendar says of them comes last. */
    Speech speak(Reading reading, MaskedText typed) {
        Speech speech = new Speech(voice.name());
        Retrieval page = page(reading);
        List<Passage> passages = page.passages().stream().map(RankedPassage::passage).toList();
        Flux<SpokenSentence> held = voice.speak(request(reading.asked(), page))
                .filter(sentence -> holds(sentence, speech));
        Flux<SpokenSentence> whole = voice.quotes()
                ? held.collectList().flatMapIterable(quoted -> completed(quoted, speech))
                : held.concatWith(Flux.defer(() -> Flux.fromIterable(leftOut(speech))));
        speech.sentences = whole.doOnNext(speech.said::add)
                .concatWith(Flux.defer(() -> Flux.fromIterable(notes(speech, typed, passages))));
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

    /** Quotations with what belongs to them, each passage's in the page's order. */
    private List<SpokenSentence> completed(List<SpokenSentence> quoted, Speech speech) {
        Set<SpokenSentence> whole = new LinkedHashSet<>();
        for (Passage passage : quoted.stream().map(SpokenSentence::source).distinct().toList()) {
            List<Statement> missing = omitted(passage, quoted);
            missing.forEach(
                    statement -> speech.add(new SpokenSentence(statement.text(), passage), "OMISSION"));
            passage.statements().stream().map(statement -> new SpokenSentence(statement.text(), passage))
                    .filter(sentence -> quoted.contains(sentence)
                            || missing.stream()
                                    .anyMatch(statement -> statement.text().equals(sentence.text())))
                    .forEach(whole::add);
        }
        return List.copyOf(whole);
    }

    /** What a wording leaves out, said last: what has been released cannot be put in order any more. */
    private List<SpokenSentence> leftOut(Speech speech) {
        List<SpokenSentence> more = new ArrayList<>();
        speech.said.stream().map(SpokenSentence::source).distinct()
                .forEach(passage -> omitted(passage, speech.said)
                        .forEach(statement -> more.add(new SpokenSentence(statement.text(), passage))));
        more.forEach(sentence -> speech.add(sentence, "OMISSION"));
        return more;
    }

    private List<Statement> omitted(Passage passage, List<SpokenSentence> said) {
        List<String> texts = said.stream().filter(sentence -> sentence.source().equals(passage))
                .map(SpokenSentence::text).toList();
        List<Statement> quoted = passage.statements().stream()
                .filter(statement -> texts.contains(statement.text()))
                .toList();
        return quoted.size() >= texts.size()
                ? omissions.missing(passage, quoted)
                : omissions.missingFrom(passage, texts);
    }

    /** The hours of the day that is asked about, and what the calendar says of dates in the answer. */
    private List<SpokenSentence> notes(Speech speech, MaskedText typed, List<Passage> passages) {
        if (speech.said.isEmpty()) {
            return List.of();
        }
        Set<SpokenSentence> notes = new LinkedHashSet<>();
        dates.askedTime(typed.value()).ifPresent(asked -> {
            for (Passage passage : passages) {
                Optional<Statement> hours = asked.from().equals(asked.to())
                        ? dates.hoursOf(asked.from(), passage)
                        : Optional.empty();
                if (hours.isPresent()) {
                    SpokenSentence row = new SpokenSentence(hours.get().text(), passage);
                    if (asked.from().equals(dates.today())) {
                        notes.add(new SpokenSentence(dates.todayNote(), passage));
                    }
                    if (speech.said.stream().noneMatch(sentence -> sentence.text().equals(row.text()))) {
                        notes.add(row);
                    }
                    break;
                }
            }
        });
        speech.said.forEach(sentence -> dates.notes(sentence.text())
                .forEach(note -> notes.add(new SpokenSentence(note.text(), sentence.source()))));
        notes.forEach(sentence -> speech.add(sentence, "DATE"));
        return List.copyOf(notes);
    }

    /** The whole first page: a fact may stand in a passage that shares no word with the question. */
    private Retrieval page(Reading reading) {
        Retrieval found = reading.retrieval();
        return reading.page() != null
                ? found
                : retriever.retrieveWithin(reading.asked().withoutPlaceholders(),
                        found.pages().getFirst().page());
    }

    private static VoiceRequest request(MaskedText asked, Retrieval page) {
        double top = page.passages().getFirst().score();
        List<VoiceRequest.RankedText> passages = new ArrayList<>();
        for (RankedPassage ranked : page.passages()) {
            passages.add(new VoiceRequest.RankedText(ranked.passage(), top <= 0 ? 1 : ranked.score() / top));
        }
        return new VoiceRequest(asked, passages, words(page.relevance()));
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
