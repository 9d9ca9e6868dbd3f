package se.lotsen.grounding;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/**
 * A sentence of words that every page has ("Det kostar ingenting.", "Kommunen betalar alltid.") names nothing that it could be
 * held against, and would hold nearly everywhere. It holds where one statement has all of it: its words, and its negations,
 * limits and duties. So does a denial of one or two things ("Kommunen har inget ansvar för detta."), whose words may each stand
 * somewhere without anybody having denied it.
 */
final class BareClaim {
    private static final int FEW = 2;
    private final Reading sentence;
    private final Source source;

    BareClaim(Reading sentence, Source source) {
        this.sentence = sentence;
        this.source = source;
    }

    void faults(Consumer<Fault> faults) {
        if ((isBare() || isShortDenial()) && source.statements().stream().noneMatch(this::saysAllOfIt)) {
            String words = String.join(" ", Stream.concat(sentence.items().stream().map(Item::written),
                    sentence.operators().stream().map(Operator::written)).toList());
            faults.accept(new Fault(Kind.UNCOVERED_WORDS, words));
        }
    }

    private boolean isBare() {
        return sentence.items().stream().noneMatch(BareClaim::tells);
    }

    private boolean isShortDenial() {
        return sentence.operators().stream().anyMatch(one -> one.role() == Role.NEGATION)
                && sentence.items().stream().filter(BareClaim::tells).count() <= FEW;
    }

    private static boolean tells(Item item) {
        return !isFree(item)
                && (item.role().isValue() || !Words.isGlue(item.written()) && !Words.isLight(item.written()));
    }

    /** That something is free says nothing of what is. */
    private static boolean isFree(Item item) {
        return item.role() == Role.AMOUNT && item.written().chars().noneMatch(Character::isDigit);
    }

    private boolean saysAllOfIt(ReadStatement statement) {
        List<Operator> held = Stream.concat(statement.operators().stream(), statement.implied().stream())
                .toList();
        boolean bare = isBare();
        return sentence.items().stream().filter(item -> bare || tells(item))
                .allMatch(item -> statement.keys().containsAll(Context.keys(item)))
                && sentence.operators().stream().filter(one -> bare || one.role() == Role.NEGATION).allMatch(
                        operator -> held.stream().anyMatch(one -> one.is(operator.role(), operator.sense())));
    }
}
