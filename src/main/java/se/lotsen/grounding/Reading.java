package se.lotsen.grounding;

import java.util.List;

/**
 * A text as the checks read it.
 *
 * @param items words and values in order, without those that say nothing
 * @param operators the words that turn what they stand beside, in order
 * @param labels how many of the first items are a table row's label
 */
record Reading(List<Item> items, List<Operator> operators, int labels) {

    /** Reads any text. */
    static Reading of(String text) {
        return new TextReader(Tokens.of(Legible.of(text))).read();
    }
}
