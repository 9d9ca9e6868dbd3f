package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as the checks read it.
 *
 * @param items words and values in order, without those that say nothing
 * @param operators the words that turn what they stand beside, in order
 * @param labels how many of the first items are a table row's label
 */
record Reading(List<Item> items, List<Operator> operators, int labels) {

    /** Items and operators in the text's order. */
    List<Item> pieces() {
        List<Item> pieces = new ArrayList<>(items.size() + operators.size());
        int next = 0;
        for (int gap = 0; gap <= items.size(); gap++) {
            while (next < operators.size() && operators.get(next).gap() == gap) {
                Operator operator = operators.get(next++);
                pieces.add(new Item(operator.role(), operator.sense(), "", operator.written(), 1, false));
            }
            if (gap < items.size()) {
                pieces.add(items.get(gap));
            }
        }
        return pieces;
    }

    /** The same below a lead-in whose negation is the list's: "Den kan inte" – "se dina ärenden". */
    Reading under(Reading lead) {
        List<Operator> all = new ArrayList<>();
        lead.operators().stream()
                .filter(one -> one.is(Role.NEGATION, "not") && one.gap() == lead.items().size())
                .flatMap(not -> lead.operators().stream().filter(
                        one -> one == not || one.role() == Role.MODALITY && one.gap() == not.gap()))
                .map(one -> one.at(0)).forEach(all::add);
        all.addAll(operators);
        return new Reading(items, List.copyOf(all), labels);
    }

    /** Reads any text. */
    static Reading of(String text) {
        return new TextReader(Tokens.of(Legible.of(text))).read();
    }
}
