package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement (or heading) of a passage, read once.
 *
 * @param items its words and values; a sentence's are preceded by those of what it follows, up to {@code start}
 * @param start the first item of its own
 * @param operators their gaps count from its own first item
 * @param labels how many of its own first items are a table row's label
 * @param implied what a table's heads say
 * @param heading whether it is the title or a heading
 * @param places the surroundings of each item, from {@code start} on
 * @param gaps the surroundings of each gap among its own items, with those of what it follows
 * @param ownGaps the same without those
 * @param pieces its own items and operators in order
 * @param keys everything it holds
 */
record ReadStatement(List<Item> items, int start, int labels, List<Operator> operators, List<Operator> implied,
        boolean heading,
        List<Context> places,
        List<Context> gaps, List<Context> ownGaps, List<Item> pieces, Set<String> keys) {
    private static final double TO_THE_NEXT_SENTENCE = 0.3;

    /** @param before the items of what it follows and leans on; empty when it stands by itself */
    static ReadStatement of(Reading reading, List<Item> before, boolean row, boolean heading) {
        List<Operator> implied = row ? Implied.of(reading) : List.of();
        int start = before.size();
        List<Item> items = new ArrayList<>(before);
        for (Item item : reading.items()) {
            boolean first = items.size() == start && start > 0;
            items.add(first
                    ? new Item(item.role(), item.key(), item.detail(), item.written(), TO_THE_NEXT_SENTENCE,
                            item.initial())
                    : item);
        }
        int labels = row ? reading.labels() : 0;
        List<Context> places = new ArrayList<>();
        List<Context> gaps = new ArrayList<>();
        List<Context> ownGaps = new ArrayList<>();
        for (int at = start; at < items.size(); at++) {
            places.add(Context.ofItem(items, at, labels));
        }
        for (int gap = 0; gap <= reading.items().size(); gap++) {
            gaps.add(Context.ofGap(items, gap + start, labels));
            ownGaps.add(Context.ofGap(reading.items(), gap, labels));
        }
        Set<String> keys = items.subList(start, items.size()).stream()
                .flatMap(item -> Context.keys(item).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new ReadStatement(List.copyOf(items), start, labels, reading.operators(), implied, heading, places, gaps,
                ownGaps,
                reading.pieces(), keys);
    }

    List<Item> own() {
        return items.subList(start, items.size());
    }

    Context place(int item) {
        return places.get(item - start);
    }

    Context gap(int gap) {
        return gaps.get(gap);
    }

    /** Whether an operator of this kind stands at the gap or at most {@code reach} items from it. */
    boolean has(Role role, String sense, int gap, int reach) {
        return Stream.concat(operators.stream(), implied.stream())
                .anyMatch(op -> op.is(role, sense) && Math.abs(op.gap() - gap) <= reach);
    }

    /** Whether such an operator stands right before or right after the own item. */
    boolean hasBeside(Role role, String sense, int item) {
        return has(role, sense, item, 0) || has(role, sense, item + 1, 0);
    }
}
