package se.lotsen.answering;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import se.lotsen.grounding.DateTruth;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.privacy.MaskedText;

/** What the calendar has to say of an answer: the hours of the day that is asked about, and what dates in it mean today. */
final class DayNotes {
    private final DateTruth dates;

    DayNotes(DateTruth dates) {
        this.dates = dates;
    }

    /** Said last; nothing where nothing has been said. */
    Flux<SpokenSentence> of(Speech speech, MaskedText typed, List<Passage> passages) {
        return Flux.defer(() -> Flux.fromIterable(
                speech.said().isEmpty() ? List.of() : notes(speech, typed, passages)));
    }

    private Set<SpokenSentence> notes(Speech speech, MaskedText typed, List<Passage> passages) {
        Set<SpokenSentence> notes = new LinkedHashSet<>();
        dates.askedTime(typed.value()).filter(asked -> asked.from().equals(asked.to())).ifPresent(asked -> {
            for (Passage passage : passages) {
                Optional<Statement> hours = dates.hoursOf(asked.from(), passage);
                if (hours.isPresent()) {
                    SpokenSentence row = new SpokenSentence(hours.get().text(), passage);
                    if (asked.from().equals(dates.today())) {
                        notes.add(new SpokenSentence(dates.todayNote(), passage));
                    }
                    if (speech.said().stream().noneMatch(sentence -> sentence.text().equals(row.text()))) {
                        notes.add(row);
                    }
                    break;
                }
            }
        });
        speech.said().forEach(sentence -> dates.notes(sentence.text())
                .forEach(note -> notes.add(new SpokenSentence(note.text(), sentence.source()))));
        notes.forEach(sentence -> speech.added(sentence, "DATE"));
        return notes;
    }
}
