package se.lotsen.screening;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where in a question each word of a pattern, each concept and each pattern has been seen. A sighting is a number to be
 * asked for its place: from one word (counted from 0) up to, not including, another. Numbers in arrays, as every question
 * makes some hundred sightings.
 */
final class Sightings {
    /** No sighting. */
    static final int NONE = -1;

    /** Three for each sighting: from, to, and the symbol's sighting before. */
    private int[] places = new int[192];
    private int sightings;
    /** Two for each symbol: the symbol and its last sighting. */
    private int[] symbols = new int[128];
    private int seen;
    /** By the symbols' hash, one more than their place among {@link #symbols}. */
    private int[] table = new int[256];

    /** Whether this is the symbol's first sighting. */
    boolean add(int symbol, int start, int end) {
        int slot = slot(symbol);
        boolean first = table[slot] == 0;
        if (first) {
            table[slot] = enter(symbol);
        }
        int at = 2 * table[slot] - 1;
        for (int known = symbols[at]; known != NONE; known = next(known)) {
            if (start(known) == start && end(known) == end) {
                return false;
            }
        }
        symbols[at] = place(start, end, symbols[at]);
        if (seen * 2 > table.length) {
            grow();
        }
        return first;
    }

    private int enter(int symbol) {
        if (2 * seen == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * symbols.length);
        }
        symbols[2 * seen] = symbol;
        symbols[2 * seen + 1] = NONE;
        return ++seen;
    }

    private int place(int start, int end, int before) {
        int at = 3 * sightings;
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[at] = start;
        places[at + 1] = end;
        places[at + 2] = before;
        return sightings++;
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int i = 0; i < seen; i++) {
            table[slot(symbols[2 * i])] = i + 1;
        }
    }

    private int slot(int symbol) {
        int slot = symbol * 0x9E3779B9 >>> 8 & table.length - 1;
        while (table[slot] != 0 && symbols[2 * table[slot] - 2] != symbol) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /** A sighting of the symbol, or {@link #NONE}. */
    int of(int symbol) {
        int at = table[slot(symbol)];
        return at == 0 ? NONE : symbols[2 * at - 1];
    }

    /** A further sighting of the same symbol, or {@link #NONE}. */
    int next(int sighting) {
        return places[3 * sighting + 2];
    }

    int start(int sighting) {
        return places[3 * sighting];
    }

    int end(int sighting) {
        return places[3 * sighting + 1];
    }

    boolean has(int symbol) {
        return table[slot(symbol)] != 0;
    }

    /** How many symbols have been seen. */
    int symbols() {
        return seen;
    }

    /** One of the symbols that have been seen, counted from 0 in the order of their first sightings. */
    int symbol(int number) {
        return symbols[2 * number];
    }

    /** Marks every word that the symbol covers. */
    void cover(int symbol, BitSet words) {
        for (int at = of(symbol); at != NONE; at = next(at)) {
            words.set(start(at), end(at));
        }
    }
}
