package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.function.Consumer;
import se.lotsen.grounding.Grounding.Fault;

/**
 * Negations, limits and duties must stand in the sentence where the source has them: the place of the source that is most
 * like an operator's place in the sentence must hold it too, and what the sentence retells must keep the operators that it
 * has there.
 */
final class OperatorCheck {
    private static final double CLEARLY = 1.25;
    private static final double BY_CHANCE = 0.15;
    /** The share of a place's surroundings that makes it retold. */
    private static final double RETOLD = 0.55;
    private static final int NEAR = 1;
    private static final int ABOUT = 2;

    private final Reading sentence;
    private final Source source;
    private final Set<String> keys;
    private final List<Map<String, double[]>> places = new ArrayList<>();
    private final Backing backing;
    private final LeftOut leftOut;

    OperatorCheck(Reading sentence, Source source) {
        this.sentence = sentence;
        this.source = source;
        this.backing = new Backing(sentence, source);
        this.leftOut = new LeftOut(sentence, source);
        this.keys = sentence.items().stream().map(Context::key).collect(Collectors.toSet());
        for (int gap = 0; gap <= sentence.items().size(); gap++) {
            places.add(Context.ofGap(sentence.items(), gap, 0).lookup());
        }
    }

    void faults(Consumer<Fault> faults) {
        for (Operator operator : sentence.operators()) {
            if (isLoneUntil(operator) || !isHeld(operator) && !backing.backs(operator) || isBoundOtherwise(operator)) {
                faults.accept(new Fault(operator.role().fault(), operator.written()));
            }
        }
        leftOut(new Reading(List.of(), List.of(), 0), faults);
    }

    /**
     * What the sentence leaves out of what it retells.
     *
     * @param whole the sentence that this one is a clause of; what it says elsewhere is not left out
     */
    void leftOut(Reading whole, Consumer<Fault> faults) {
        for (ReadStatement statement : source.statements()) {
            statement.implied().stream().filter(limit -> leftOut.isUnlimited(limit, statement)).forEach(
                    limit -> faults.accept(new Fault(limit.role().fault(), limit.written())));
            for (Operator operator : statement.operators()) {
                boolean elsewhere = whole.operators().stream()
                        .anyMatch(said -> said.is(operator.role(), operator.sense()));
                if (operator.role() != Role.MODALITY && !elsewhere && isLeftOut(operator, statement)
                        && !leftOut.isHarmless(operator, statement)) {
                    faults.accept(new Fault(operator.role().fault(), operator.written()));
                }
            }
        }
    }

    /** "du får börja förrän" has lost its "inte". */
    private boolean isLoneUntil(Operator operator) {
        return operator.written().equalsIgnoreCase("förrän") && sentence.operators().stream()
                .noneMatch(other -> other.role() == Role.NEGATION && other.gap() <= operator.gap());
    }

    private boolean isHeld(Operator operator) {
        Map<String, double[]> place = places.get(operator.gap());
        boolean negatesBefore = operator.is(Role.NEGATION, "not") && !LeftOut.saysOtherwise(sentence);
        double with = 0;
        double without = 0;
        for (ReadStatement statement : source.statements()) {
            for (int gap = 0; gap < statement.gaps().size(); gap++) {
                double likeness = statement.gap(gap).likeness(place, source.rarity());
                if (statement.has(operator.role(), operator.sense(), gap, 0)
                        || negatesBefore && statement.has(Role.NEGATION, "otherwise", gap, 0)) {
                    with = Math.max(with, likeness);
                } else if (!statement.heading() && (gap > 0 || statement.start() == 0)
                        && !statement.has(operator.role(), operator.sense(), gap, NEAR)
                        && contradicts(operator, statement, gap)) {
                    without = Math.max(without, likeness);
                }
            }
        }
        return without <= with * CLEARLY + BY_CHANCE;
    }

    /** "högst 30" where the source has 30 only as "minst 30". */
    private boolean isBoundOtherwise(Operator operator) {
        if (operator.role() != Role.QUANTIFIER || operator.gap() == sentence.items().size()) {
            return false;
        }
        Item value = sentence.items().get(operator.gap());
        boolean otherwise = false;
        for (ReadStatement statement : source.statements()) {
            for (int at = 0; at < statement.own().size(); at++) {
                if (value.role().isValue() && value.role() != Role.NAME
                        && value.restsOn(statement.own().get(at))) {
                    int gap = at;
                    if (statement.operators().stream().noneMatch(other -> other.role() == Role.QUANTIFIER
                            && other.gap() == gap && !other.sense().equals(operator.sense()))) {
                        return false;
                    }
                    otherwise = true;
                }
            }
        }
        return otherwise;
    }

    /** A duty may be put into words that the page only implies ("ansök senast" – "du ska ansöka"), but not changed. */
    private static boolean contradicts(Operator operator, ReadStatement statement, int gap) {
        return operator.role() != Role.MODALITY || statement.operators().stream()
                .anyMatch(other -> other.role() == Role.MODALITY && Math.abs(other.gap() - gap) <= NEAR);
    }

    private boolean isLeftOut(Operator operator, ReadStatement statement) {
        Context held = statement.ownGaps().get(operator.gap());
        int best = -1;
        double likeness = RETOLD * held.ownLikeness(source.rarity());
        if (held.mostLikeness(keys, source.rarity()) <= likeness) {
            return false;
        }
        for (int gap = 0; gap < places.size(); gap++) {
            double like = held.likeness(places.get(gap), source.rarity());
            if (like > likeness) {
                likeness = like;
                best = gap;
            }
        }
        return best >= 0 && !stands(operator, best) && !isElsewhere(best, likeness, operator);
    }

    private boolean stands(Operator operator, int gap) {
        return sentence.operators().stream().anyMatch(said -> said.role() == operator.role()
                && said.sense().equals(operator.sense()) && Math.abs(said.gap() - gap) <= ABOUT);
    }

    /** Whether the sentence retells another place better, one without such an operator. */
    private boolean isElsewhere(int gap, double likeness, Operator operator) {
        Map<String, double[]> place = places.get(gap);
        for (ReadStatement statement : source.statements()) {
            for (int other = 0; other < statement.gaps().size(); other++) {
                if (!statement.has(operator.role(), operator.sense(), other, NEAR)
                        && statement.ownGaps().get(other).likeness(place, source.rarity()) > likeness) {
                    return true;
                }
            }
        }
        return false;
    }
}
