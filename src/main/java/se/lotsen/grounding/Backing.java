package se.lotsen.grounding;

import java.util.List;
import java.util.Optional;

/**
 * Knows those negations and limits of a sentence that the source has beside the very same word: of the statements that hold
 * the word, the one most like the sentence thereabouts has the operator beside it too, and clearly more so than any that has
 * the word without it.
 */
final class Backing {
    private static final int WINDOW = 6;
    private static final double CLEARLY = 1.25;
    private static final double RETOLD = 0.7;

    private final List<Item> items;
    private final List<Operator> operators;
    private final Source source;

    Backing(Reading sentence, Source source) {
        this.items = sentence.items();
        this.operators = sentence.operators();
        this.source = source;
    }

    boolean backs(Operator operator) {
        if (operator.role() == Role.MODALITY) {
            return operator.use() == Operator.Use.RECEIVES && operator.gap() < items.size()
                    && saysPlainly(operator);
        }
        return !isTwofold(operator) && besideWhat(operator).filter(this::tells)
                .filter(word -> hasItClearly(operator, word)).isPresent()
                || isHeadingsOwn(operator);
    }

    /** The statement that is most like the sentence thereabouts, and clearly so, has no duty and no permission at all. */
    private boolean saysPlainly(Operator operator) {
        List<Item> around = around(operator.gap());
        double plain = 0;
        double other = 0;
        for (ReadStatement statement : source.statements()) {
            double likeness = statement.heading() ? 0 : source.overlap(around, statement);
            boolean commands = commands(statement, around);
            plain = commands ? plain : Math.max(plain, likeness);
            other = commands ? Math.max(other, likeness) : other;
        }
        return plain >= RETOLD && plain > other * CLEARLY;
    }

    /** Whether a duty or a permission stands among what the statement shares with these. */
    private static boolean commands(ReadStatement statement, List<Item> around) {
        int[] shared = java.util.stream.IntStream.range(0, statement.own().size())
                .filter(own -> around.stream().anyMatch(item -> item.restsOn(statement.own().get(own))))
                .toArray();
        return shared.length > 0 && statement.operators().stream().anyMatch(one -> one.role() == Role.MODALITY
                && one.gap() >= shared[0] && one.gap() <= shared[shared.length - 1]);
    }

    /** "utan tillstånd" where the heading asks what may be done without. */
    private boolean isHeadingsOwn(Operator operator) {
        return operator.written().equalsIgnoreCase("utan") && operator.gap() < items.size()
                && source.statements().stream().filter(ReadStatement::heading)
                        .anyMatch(heading -> heading.operators().stream()
                                .anyMatch(one -> one.written().equalsIgnoreCase("utan")
                                        && one.gap() < heading.own().size()
                                        && items.get(operator.gap()).restsOn(heading.own().get(one.gap()))));
    }

    /** "inte förbjudet" */
    private boolean isTwofold(Operator operator) {
        return operators.stream().filter(other -> other.role() == Role.NEGATION
                && operator.role() == Role.NEGATION && other.gap() == operator.gap()).count() > 1;
    }

    /** What follows it, or what goes before when a comma or the end follows. */
    private Optional<Item> besideWhat(Operator operator) {
        int gap = operator.gap();
        if (gap < items.size() && (gap == 0 || operator.begins() || items.get(gap).border() > Words.COMMA)) {
            return Optional.of(items.get(gap));
        }
        return gap > 0 ? Optional.of(items.get(gap - 1)) : Optional.empty();
    }

    private boolean tells(Item word) {
        return !Words.isGlue(word.written()) && !Words.isLight(word.written());
    }

    private boolean hasItClearly(Operator operator, Item word) {
        List<Item> around = around(operator.gap());
        double with = 0;
        double without = 0;
        for (ReadStatement statement : source.statements()) {
            double likeness = statement.heading() ? 0 : source.overlap(around, statement);
            for (int own = 0; likeness > 0 && own < statement.own().size(); own++) {
                if (word.restsOn(statement.own().get(own))) {
                    boolean has = word.role().isValue()
                            ? statement.has(operator.role(), operator.sense(), own, 0)
                            : statement.hasBeside(operator.role(), operator.sense(), own);
                    with = has ? Math.max(with, likeness) : with;
                    without = has ? without : Math.max(without, likeness);
                }
            }
        }
        return with > without * CLEARLY;
    }

    private List<Item> around(int gap) {
        int from = gap;
        while (from > 0 && gap - from < WINDOW && (from == gap || items.get(from).border() > Words.COMMA)) {
            from--;
        }
        int to = gap;
        while (to < items.size() && to - gap < WINDOW && (to == gap || items.get(to).border() > Words.COMMA)) {
            to++;
        }
        return items.subList(from, to);
    }
}
