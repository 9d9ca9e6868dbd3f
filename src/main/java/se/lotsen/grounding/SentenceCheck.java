package se.lotsen.grounding;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/**
 * All checks of one sentence. What it seems to turn (a negation, a limit, a duty) may still be right in its clause, or as the
 * page's exception; a value of another thing or an uncovered word is not mended so.
 */
final class SentenceCheck {
    static final int MOST_ITEMS = 250;
    private static final int CLAUSE = 2;
    private static final Set<Kind> MEASURED = EnumSet.of(Kind.DATE, Kind.TIME, Kind.AMOUNT, Kind.NUMBER);

    private final String sentence;
    private final Source source;
    private final Reading reading;
    private final Exceptions exceptions;

    SentenceCheck(String sentence, Source source) {
        this.sentence = sentence;
        this.source = source;
        this.reading = Reading.of(sentence);
        this.exceptions = Exceptions.of(sentence, source);
    }

    Set<Fault> faults() {
        if (reading.items().size() + reading.operators().size() > MOST_ITEMS) {
            return Set.of(new Fault(Kind.UNCOVERED_WORDS, ""));
        }
        List<Reading> clauses = Clauses.of(sentence, source);
        Set<Fault> turned = turned(reading);
        Set<Fault> others = others();
        boolean mended = turned.stream().allMatch(this::isSaid) && others.isEmpty()
                && (holdsByClauses(clauses) || holdsWithException());
        Set<Fault> faults = new LinkedHashSet<>(mended ? Set.of() : turned);
        faults.addAll(others);
        if (turned.isEmpty()) {
            clauses.stream().filter(clause -> clause.items().size() >= CLAUSE)
                    .forEach(clause -> new OperatorCheck(clause, source).leftOut(reading, faults::add));
        }
        return faults;
    }

    private Set<Fault> others() {
        Set<Fault> others = new LinkedHashSet<>();
        new ValueCheck(reading, source).faults(others::add);
        new Coverage(reading, source).faults(others::add);
        new BareClaim(reading, source).faults(others::add);
        if (exceptions.isTurned()) {
            others.add(new Fault(Kind.NEGATION, "om"));
        }
        return others;
    }

    private Set<Fault> turned(Reading said) {
        Set<Fault> faults = new LinkedHashSet<>();
        new NearQuotation(said, source).faults(faults::add);
        new OperatorCheck(said, source).faults(faults::add);
        return faults;
    }

    /** What the sentence nowhere says is left out, whatever its clauses are. */
    private boolean isSaid(Fault fault) {
        return MEASURED.contains(fault.kind())
                || reading.operators().stream().anyMatch(one -> one.role().fault() == fault.kind());
    }

    private boolean holdsWithException() {
        return !exceptions.statements().isEmpty()
                && new SentenceCheck(exceptions.main(), exceptions.rest()).faults().isEmpty();
    }

    /** Two statements said as one sentence: a "not" or a limit that is right in its own clause is right. */
    private boolean holdsByClauses(List<Reading> clauses) {
        return !clauses.isEmpty() && clauses.stream().allMatch(clause -> {
            Set<Fault> faults = turned(clause);
            new ValueCheck(clause, source).faults(faults::add);
            return Clauses.retells(clause, source)
                    || faults.isEmpty() && (clause.items().size() > 1 || Clauses.begins(clause, source));
        });
    }
}
