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
 * {@value #MOST_ITEMS} words is refused unread. Thread-safe, and always of the same opinion.
 */
@Component
public final class GroundingCheck {
    private static final int LONGEST = 2000;
    private static final int MOST_ITEMS = 250;
    private static final int CLAUSE = 2;

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
                check(one, source, faults);
            }
        }
        return new Grounding(List.copyOf(faults));
    }

    private static void check(String sentence, Source source, Set<Fault> faults) {
        Reading reading = Reading.of(sentence);
        if (reading.items().size() + reading.operators().size() > MOST_ITEMS) {
            faults.add(new Fault(Kind.UNCOVERED_WORDS, ""));
            return;
        }
        Set<Fault> turned = new LinkedHashSet<>();
        operators(reading, source, turned);
        Set<Fault> others = new LinkedHashSet<>();
        new ValueCheck(reading, source).faults(others::add);
        new Coverage(reading, source).faults(others::add);
        boolean said = turned.stream().allMatch(fault -> isMeasured(fault) || reading.operators().stream()
                .anyMatch(operator -> operator.role().fault() == fault.kind()));
        if (turned.isEmpty()) {
            Clauses.of(sentence, source).stream().filter(clause -> clause.items().size() >= CLAUSE)
                    .forEach(clause -> new OperatorCheck(clause, source).leftOut(reading, turned::add));
        }
        Exceptions exceptions = Exceptions.of(sentence, source);
        if (exceptions.isTurned()) {
            others.add(new Fault(Kind.NEGATION, "om"));
        }
        if (!others.isEmpty() || !turned.isEmpty()
                && !(said && (holdsByClauses(sentence, source) || holdsWithException(exceptions, source)))) {
            faults.addAll(turned);
            faults.addAll(others);
        }
    }

    private static boolean isMeasured(Fault fault) {
        return fault.kind() == Kind.DATE || fault.kind() == Kind.TIME || fault.kind() == Kind.AMOUNT
                || fault.kind() == Kind.NUMBER;
    }

    private static void operators(Reading reading, Source source, Set<Fault> faults) {
        new NearQuotation(reading, source).faults(faults::add);
        new OperatorCheck(reading, source).faults(faults::add);
    }

    private static boolean holdsWithException(Exceptions exceptions, Source source) {
        Set<Fault> faults = new LinkedHashSet<>();
        if (!exceptions.statements().isEmpty()) {
            check(exceptions.main(), exceptions.rest(), faults);
        }
        return !exceptions.statements().isEmpty() && faults.isEmpty();
    }

    /** Two statements said as one sentence: a "not" or a limit that is right in its own clause is right. */
    private static boolean holdsByClauses(String sentence, Source source) {
        List<Reading> clauses = Clauses.of(sentence, source);
        return !clauses.isEmpty() && clauses.stream().allMatch(clause -> {
            Set<Fault> faults = new LinkedHashSet<>();
            operators(clause, source, faults);
            new ValueCheck(clause, source).faults(faults::add);
            return Clauses.retells(clause, source)
                    || faults.isEmpty() && (clause.items().size() > 1 || Clauses.begins(clause, source));
        });
    }

    private static Grounding fault(Kind kind, String found) {
        return new Grounding(List.of(new Fault(kind, found)));
    }
}
