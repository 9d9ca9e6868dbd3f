package se.lotsen.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/**
 * Each value of the sentence must stand in the source, and there belong to what the sentence says of it: of all places of
 * the source that hold such a value, the one most like its place in the sentence must hold this value. Of two values that
 * the sentence both says it is asked whether they would fit better the other way round.
 */
final class ValueCheck {
    /** How much more alike another value's place must be before the value counts as misplaced; set by measurement. */
    private static final double CLEARLY = 1.1;
    private static final double BY_CHANCE = 0.05;
    private static final double HEADING = 1.0;

    private final List<Item> items;
    private final Source source;
    private final Places places;
    private final Rows rows;

    ValueCheck(Reading sentence, Source source) {
        this.items = sentence.items();
        this.source = source;
        this.places = new Places(items, source);
        this.rows = new Rows(items, source);
    }

    void faults(Consumer<Fault> faults) {
        for (int at = 0; at < items.size(); at++) {
            Item item = asName(items.get(at), at);
            if (item.role().isValue()) {
                check(item, at, faults);
            }
        }
    }

    /** A sentence's first word has a capital letter anyway; the page tells whether it is a name. */
    private Item asName(Item item, int at) {
        boolean name = item.role() == Role.WORD && item.initial() && item.isCapital()
                && (source.isName(item.key()) || at > 0 && isUnknown(item));
        return name
                ? new Item(Role.NAME, item.key(), item.detail(), item.written(), item.border(), true)
                : item;
    }

    private boolean isUnknown(Item item) {
        return !Words.isGlue(item.written()) && !source.holds(item.key()) && !source.holdsPart(item.key());
    }

    private void check(Item item, int at, Consumer<Fault> faults) {
        if (item.role() == Role.NAME && isWrittenApart(item, at)
                || item.role() == Role.OPPOSITE && !isOpposed(item)) {
            return;
        }
        double same = places.best(at, item);
        if (same < 0 || !item.isYear()
                && (isMisplaced(item, at, same) || rows.isAnothers(item) || rows.isSaidTooOften(item))) {
            faults.accept(new Fault(same < 0 && isSameFigure(item) ? Kind.UNIT : kind(item), item.written()));
        }
    }

    private boolean isMisplaced(Item item, int at, double same) {
        Map<String, double[]> place = places.of(at);
        for (ReadStatement statement : source.statements()) {
            for (int own = statement.start(); !statement.heading() && own < statement.items().size(); own++) {
                Item held = statement.items().get(own);
                if (isRival(item, held) && !isListedWith(item, statement, own)
                        && fitsBetter(item, at, same, held, places.likeness(statement, own, place))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fitsBetter(Item item, int at, double same, Item rival, double there) {
        if (there <= same * CLEARLY + BY_CHANCE) {
            return false;
        }
        for (int other = 0; other < items.size(); other++) {
            Item said = items.get(other);
            if (other != at && said.key().equals(rival.key()) && said.detail().equals(rival.detail())) {
                double exchanged = there + Math.max(0, places.best(other, item));
                return exchanged > (same + Math.max(0, places.best(other, said))) * CLEARLY + BY_CHANCE;
            }
        }
        return true;
    }

    private boolean isOpposed(Item item) {
        return source.statements().stream().flatMap(statement -> statement.own().stream())
                .anyMatch(item::rivals);
    }

    private boolean isWrittenApart(Item item, int at) {
        return at + 1 < items.size()
                && source.holdsJoined(item.written().toLowerCase(Locale.ROOT), items.get(at + 1).key());
    }

    private boolean isRival(Item item, Item held) {
        boolean label = item.role() == Role.NAME && held.role() == Role.WORD && held.initial()
                && source.isName(held.key()) && !held.key().equals(item.key());
        return label || item.rivals(held);
    }

    /** "måndag, onsdag och fredag": the names of a list may be said in any order. */
    private static boolean isListedWith(Item item, ReadStatement statement, int own) {
        List<Item> held = statement.items();
        if (!isListable(statement, own)) {
            return false;
        }
        for (int step = -1; step <= 1; step += 2) {
            for (int at = own + step; at >= 0 && at < held.size() && isListable(statement, at); at += step) {
                if (item.restsOn(held.get(at))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isListable(ReadStatement statement, int at) {
        Item item = statement.items().get(at);
        return item.role() == Role.WEEKDAY || item.role() == Role.NAME
                || item.role() == Role.WORD && at == statement.start() && item.isCapital();
    }

    private boolean isSameFigure(Item item) {
        return (item.role() == Role.NUMBER || item.role() == Role.AMOUNT) && source.statements().stream()
                .flatMap(statement -> statement.own().stream())
                .anyMatch(held -> (held.role() == Role.NUMBER || held.role() == Role.AMOUNT)
                        && item.key().equals(held.key()));
    }

    private static Kind kind(Item item) {
        return item.role() == Role.NAME && !item.detail().isEmpty()
                ? Kind.ADDRESS_OR_PLACE
                : item.role().fault();
    }

    /** The places of a sentence's values, held against those of the source. */
    private static final class Places {
        private static final double WHOLE_STATEMENT = 0.3;

        private final List<Item> items;
        private final Source source;
        private final Map<String, double[]>[] lookups;
        private final Map<ReadStatement, Double> overlaps = new java.util.IdentityHashMap<>();

        @SuppressWarnings("unchecked")
        Places(List<Item> items, Source source) {
            this.items = items;
            this.source = source;
            this.lookups = new Map[items.size()];
            source.statements()
                    .forEach(one -> overlaps.put(one, WHOLE_STATEMENT * source.overlap(items, one)));
        }

        Map<String, double[]> of(int at) {
            Map<String, double[]> known = lookups[at];
            if (known == null) {
                known = Context.ofItem(items, at, 0).lookup();
                lookups[at] = known;
            }
            return known;
        }

        double likeness(ReadStatement statement, int own, Map<String, double[]> place) {
            return statement.place(own).likeness(place, source.rarity())
                    + overlaps.getOrDefault(statement, 0.0);
        }

        /** How alike the sentence's place is to the likest place of the source that holds the value; -1 when none does. */
        double best(int at, Item value) {
            double best = -1;
            for (ReadStatement statement : source.statements()) {
                for (int own = statement.start(); own < statement.items().size(); own++) {
                    if (value.restsOn(statement.items().get(own))) {
                        double likeness = likeness(statement, own, of(at));
                        best = Math.max(best, statement.heading() ? Math.max(HEADING, likeness) : likeness);
                    }
                }
            }
            return best;
        }
    }
}
