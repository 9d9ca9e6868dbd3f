package se.lotsen.grounding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Sentences;

/**
 * Holds a sentence against the passages that it cites, whoever wrote it. A quotation of a statement holds. Of any other
 * sentence each value must stand in the passages in the same role and belong to the same thing: in a place whose
 * surroundings are like those it has in the sentence, and not more like another value's. Negations, limits and duties must
 * stand where the page has them, and most words must be the page's.
 *
 * <p>Works in time linear in the sentence for given passages; a sentence longer than {@value #LONGEST} characters or
 * {@value SentenceCheck#MOST_ITEMS} words is refused unread. Thread-safe, and always of the same opinion.
 */
@Component
public final class GroundingCheck {
    private static final int LONGEST = 2000;

    private final PassageReadings readings = new PassageReadings();

    /** What is wrong with the sentence; passages that are cited but not needed do no harm. */
    public Grounding check(String sentence, List<Passage> cited) {
        if (cited.isEmpty()) {
            return fault(Kind.NO_CITATION, "");
        }
        if (sentence.isBlank() || sentence.length() > LONGEST) {
            return fault(Kind.UNCOVERED_WORDS, "");
        }
        List<ReadPassage> passages = cited.stream().map(readings::of).toList();

        var deceit = Legible.deceit(sentence,
                point -> passages.stream().anyMatch(passage -> passage.holds(point)));
        if (deceit.isPresent()) {
            return fault(Kind.UNCOVERED_WORDS, deceit.get());
        }
        Set<Fault> faults = new LinkedHashSet<>();
        Source source = new Source(passages);
        for (String one : Sentences.of(Legible.of(sentence))) {
            if (passages.stream().noneMatch(passage -> passage.texts().contains(one))) {
                faults.addAll(new SentenceCheck(one, source).faults());
            }
        }
        return new Grounding(List.copyOf(faults));
    }

    private static Grounding fault(Kind kind, String found) {
        return new Grounding(List.of(new Fault(kind, found)));
    }
}
