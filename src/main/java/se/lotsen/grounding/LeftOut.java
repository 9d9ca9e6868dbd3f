package se.lotsen.grounding;

import java.util.List;

/** Tells when a sentence may go without an operator of the statement that it retells. */
final class LeftOut {
    private static final int ELLIPSIS = 5;
    private static final String OTHERWISE = new TextReader(List.of()).stem("annars");

    private final Reading sentence;
    private final Source source;

    LeftOut(Reading sentence, Source source) {
        this.sentence = sentence;
        this.source = source;
    }

    boolean isHarmless(Operator operator, ReadStatement statement) {
        return Words.MAY_BE_LEFT_OUT.contains(operator.sense())
                || operator.is(Role.QUANTIFIER, "all")
                        && !statement.has(Role.NEGATION, "not", operator.gap(), 1)
                || isContrastUnsaid(operator, statement)
                || operator.use() == Operator.Use.OTHERWISE
                        && (saysOtherwise(sentence) || sentence.operators().stream()
                                .anyMatch(said -> said.is(Role.NEGATION, "not")))
                || isSaidBeside(operator, statement)
                || isSaidOnce(operator, statement)
                || isAnothers(operator, statement);
    }

    /** "får inte skickas med" for "skicka inte med": it stands beside the same word, though elsewhere. */
    private boolean isSaidBeside(Operator operator, ReadStatement statement) {
        List<Item> items = sentence.items();
        if (count(sentence.operators(), operator) < count(statement.operators(), operator)) {
            return false;
        }
        for (int own = Math.max(0, operator.gap() - 1); own <= operator.gap()
                && own < statement.own().size(); own++) {
            for (int at = 0; at < items.size(); at++) {
                int gap = at;
                if (tells(items.get(at)) && items.get(at).restsOn(statement.own().get(own))
                        && sentence.operators().stream().anyMatch(said -> said.is(operator.role(), operator.sense())
                                && (said.gap() == gap || said.gap() == gap + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long count(List<Operator> operators, Operator like) {
        return operators.stream().filter(one -> one.is(like.role(), like.sense())).count();
    }

    /** Whether it says "annars". */
    static boolean saysOtherwise(Reading sentence) {
        return sentence.items().stream().anyMatch(item -> item.key().equals(OTHERWISE));
    }

    /** A cell below "Högsta avgift" whose value the sentence says without any such limit. */
    boolean isUnlimited(Operator limit, ReadStatement row) {
        if (limit.role() != Role.QUANTIFIER) {
            return false;
        }
        Item value = row.own().get(limit.gap());
        boolean limited = sentence.operators().stream().anyMatch(said -> said.is(limit.role(), limit.sense()))
                || sentence.items().stream().anyMatch(item -> limit.sense()
                        .equals(Words.LARGEST.get(item.written().toLowerCase(java.util.Locale.ROOT))));
        return !limited && sentence.items().stream().anyMatch(item -> item.restsOn(value))
                && source.statements().stream().noneMatch(statement -> holdsUnlimited(statement, value, limit));
    }

    private static boolean holdsUnlimited(ReadStatement statement, Item value, Operator limit) {
        for (int own = 0; own < statement.own().size(); own++) {
            if (value.restsOn(statement.own().get(own))
                    && !statement.has(limit.role(), limit.sense(), own, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tells(Item item) {
        return !Words.isGlue(item.written()) && !Words.isLight(item.written());
    }

    /** "till kommunen, inte till domstolen" where nothing is said of the court. */
    private boolean isContrastUnsaid(Operator operator, ReadStatement statement) {
        if (operator.use() != Operator.Use.CONTRAST || operator.gap() >= statement.own().size()) {
            return false;
        }
        Item denied = statement.own().get(operator.gap());
        return sentence.items().stream().noneMatch(item -> item.key().equals(denied.key()));
    }

    /** "senast den 15 maj eller den 1 december": the limit before the first is that of the second. */
    private boolean isSaidOnce(Operator operator, ReadStatement statement) {
        if (operator.role() != Role.QUANTIFIER || operator.gap() >= statement.own().size()) {
            return false;
        }
        Item limited = statement.own().get(operator.gap());
        List<Item> items = sentence.items();
        for (int at = 1; at < items.size(); at++) {
            int here = at;
            boolean joined = items.get(at).border() == Words.JOINT;
            if (joined && limited.role().isValue() && items.get(at).restsOn(limited)) {
                return sentence.operators().stream().filter(said -> said.role() == Role.QUANTIFIER
                        && said.gap() < here && said.gap() >= here - ELLIPSIS)
                        .reduce((first, second) -> second)
                        .filter(said -> said.sense().equals(operator.sense())
                                && items.get(said.gap()).role() == limited.role())
                        .isPresent();
            }
        }
        return false;
    }

    /** Another statement, without such an operator, has all the words that the sentence shares with this one. */
    private boolean isAnothers(Operator operator, ReadStatement statement) {
        if (operator.role() != Role.NEGATION) {
            return false;
        }
        List<Item> shared = sentence.items().stream()
                .filter(item -> tells(item)
                        && statement.own().stream().anyMatch(item::restsOn))
                .toList();
        return !shared.isEmpty() && source.statements().stream()
                .filter(other -> other != statement && !other.heading()
                        && other.operators().stream()
                                .noneMatch(one -> one.is(operator.role(), operator.sense())))
                .anyMatch(other -> shared.stream().allMatch(item -> holds(other, item))
                        && sentence.items().stream().filter(item -> holds(other, item)).count() > shared.size());
    }

    private static boolean holds(ReadStatement statement, Item item) {
        return statement.own().stream().anyMatch(held -> item.restsOn(held)
                || item.role() == Role.WORD && held.role() == Role.WORD && held.key().endsWith(item.key()));
    }
}
