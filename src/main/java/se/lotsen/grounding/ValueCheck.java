package se.lotsen.grounding;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/**
 * Each value of the sentence must stand in the source, and there belong to what the sentence says of it: of all places of
 * the source that hold such a value, the one most like its place in the sentence must hold this value.
 */
final class ValueCheck {
    /** How much more alike another value's place must be before the value counts as misplaced; set by measurement. */
    private static final double CLEARLY = 1.15;
    private static final double BY_CHANCE = 0.1;
    private static final double WHOLE_STATEMENT = 0.3;
    private static final double HEADING = 1.0;

    private final List<Item> items;
    private final Source source;
    private final double[] overlaps;

    ValueCheck(Reading sentence, Source source) {
        this.items = sentence.items();
        this.source = source;
        this.overlaps = source.statements().stream()
                .mapToDouble(statement -> source.overlap(items, statement)).toArray();
    }

    void faults(Consumer<Fault> faults) {
        for (int at = 0; at < items.size(); at++) {
            Item item = asName(items.get(at));
            if (item.role().isValue()) {
                check(item, at, faults);
            }
        }
    }

    /** A sentence's first word has a capital letter anyway; the page tells whether it is a name. */
    private Item asName(Item item) {
        boolean name = item.role() == Role.WORD && item.initial()
                && Character.isUpperCase(item.written().codePointAt(0))
                && source.isName(item.key());
        return name
                ? new Item(Role.NAME, item.key(), item.detail(), item.written(), item.border(), true)
                : item;
    }

    private void check(Item item, int at, Consumer<Fault> faults) {
        if (item.role() == Role.NAME && isWrittenApart(item, at)) {
            return;
        }
        Map<String, double[]> place = Context.ofItem(items, at, 0).lookup();
        double same = -1;
        double other = -1;
        boolean otherwise = false;
        for (int index = 0; index < overlaps.length; index++) {
            ReadStatement statement = source.statements().get(index);
            for (int own = statement.start(); own < statement.items().size(); own++) {
                Item held = statement.items().get(own);
                boolean rests = item.restsOn(held);
                otherwise |= !rests && isSameFigure(item, held);
                if (rests || isRival(item, held) && !isSaidToo(item, held)
                        && !isListedWith(item, statement.items(), own)) {
                    double likeness = statement.place(own).likeness(place, source.rarity(), item.role())
                            + WHOLE_STATEMENT * overlaps[index];
                    same = rests
                            ? Math.max(same, statement.heading() ? Math.max(HEADING, likeness) : likeness)
                            : same;
                    other = rests || statement.heading() ? other : Math.max(other, likeness);
                }
            }
        }
        if (same < 0 && item.role() == Role.OPPOSITE && !isOpposed(item)) {
            return;
        }
        if (same < 0 || other > same * CLEARLY + BY_CHANCE) {
            faults.accept(new Fault(same < 0 && otherwise ? Kind.UNIT : kind(item), item.written()));
        }
    }

    private boolean isOpposed(Item item) {
        return source.statements().stream().flatMap(statement -> statement.own().stream())
                .anyMatch(item::rivals);
    }

    private boolean isWrittenApart(Item item, int at) {
        return at + 1 < items.size() && source.holdsJoined(item.written().toLowerCase(java.util.Locale.ROOT),
                items.get(at + 1).key());
    }

    private boolean isRival(Item item, Item held) {
        boolean label = item.role() == Role.NAME && held.role() == Role.WORD && held.initial()
                && source.isName(held.key()) && !held.key().equals(item.key());
        return label || item.rivals(held);
    }

    /** A sentence of two things names both; their values tell whether they are exchanged. */
    private boolean isSaidToo(Item item, Item rival) {
        return item.role() == Role.NAME && items.stream().anyMatch(said -> said.key().equals(rival.key()));
    }

    /** "måndag, onsdag och fredag": the names of a list may be said in any order. */
    private static boolean isListedWith(Item item, List<Item> held, int own) {
        Role role = held.get(own).role();
        if (role != Role.WEEKDAY && role != Role.NAME) {
            return false;
        }
        for (int step = -1; step <= 1; step += 2) {
            for (int at = own + step; at >= 0 && at < held.size()
                    && held.get(at).role() == role; at += step) {
                if (item.restsOn(held.get(at))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSameFigure(Item item, Item held) {
        boolean figures = (item.role() == Role.NUMBER || item.role() == Role.AMOUNT)
                && (held.role() == Role.NUMBER || held.role() == Role.AMOUNT);
        return figures && item.key().equals(held.key());
    }

    private static Kind kind(Item item) {
        return item.role() == Role.NAME && !item.detail().isEmpty()
                ? Kind.ADDRESS_OR_PLACE
                : item.role().fault();
    }
}
