package se.lotsen.screening;

import java.util.BitSet;

/** A phrase of a concept or a pattern, in numbers. */
final class CompiledPhrase {
    /** How many other words may stand where a pattern has two dots. */
    static final int GAP = 3;

    private final int target;
    private final Part[] parts;
    private final boolean fromStart;
    private final boolean toEnd;
    private final int level;

    /** One place: any of the symbols, with a gap before it or not. */
    record Part(int[] symbols, boolean gap) {
        boolean isIn(Sightings sightings) {
            for (int symbol : symbols) {
                if (sightings.has(symbol)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * @param target what is seen when the phrase is seen
     * @param level phrases of a lower level must be tried before
     */
    CompiledPhrase(int target, Part[] parts, boolean fromStart, boolean toEnd, int level) {
        this.target = target;
        this.parts = parts;
        this.fromStart = fromStart;
        this.toEnd = toEnd;
        this.level = level;
    }

    int target() {
        return target;
    }

    int level() {
        return level;
    }

    /** Adds every place where the phrase stands to the sightings of its target; tells whether that is a new symbol. */
    boolean sight(Sightings sightings, int words) {
        if (parts.length == 0) {
            return words == 0 && sightings.add(target, 0, 0);
        }
        // Most phrases that are tried lack a word, and are done with here.
        for (Part part : parts) {
            if (!part.isIn(sightings)) {
                return false;
            }
        }
        boolean first = false;
        BitSet starts = starts(sightings);
        for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            if (fromStart && start > 0) {
                break;
            }
            BitSet ends = ends(sightings, start);
            for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
                if (!toEnd || end == words) {
                    first |= sightings.add(target, start, end);
                }
            }
        }
        return first;
    }

    private BitSet starts(Sightings sightings) {
        BitSet starts = new BitSet();
        for (int symbol : parts[0].symbols()) {
            for (int at = sightings.of(symbol); at != Sightings.NONE; at = sightings.next(at)) {
                starts.set(sightings.start(at));
            }
        }
        return starts;
    }

    private BitSet ends(Sightings sightings, int start) {
        BitSet at = new BitSet();
        at.set(start);
        for (int i = 0; i < parts.length && !at.isEmpty(); i++) {
            at = ends(sightings, parts[i], at);
        }
        return at;
    }

    private static BitSet ends(Sightings sightings, Part part, BitSet at) {
        BitSet next = new BitSet();
        for (int symbol : part.symbols()) {
            for (int seen = sightings.of(symbol); seen != Sightings.NONE; seen = sightings.next(seen)) {
                int start = sightings.start(seen);
                int reached = at.nextSetBit(part.gap() ? Math.max(0, start - GAP) : start);
                if (reached >= 0 && reached <= start) {
                    next.set(sightings.end(seen));
                }
            }
        }
        return next;
    }
}
