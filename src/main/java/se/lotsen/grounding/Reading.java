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

    /** Reads any text. */
    static Reading of(String text) {
        return new TextReader(Tokens.of(Legible.of(text))).read();
    }
}
