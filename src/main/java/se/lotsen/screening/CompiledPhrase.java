package se.lotsen.screening;

import java.util.BitSet;
import java.util.List;

/**
 * A phrase of a concept or a pattern, in numbers.
 *
 * @param target what is seen when the phrase is seen
 * @param level phrases of a lower level must be tried before
 */
record CompiledPhrase(int target, List<Part> parts, boolean fromStart, boolean toEnd, int level) {
    /** How many other words may stand where a pattern has two dots. */
    static final int GAP = 3;

    /** One place: any of the symbols, with a gap before it or not. */
    record Part(List<Integer> symbols, boolean gap) {
    }

    /** Adds every place where the phrase stands to the sightings of its target; tells whether that is a new symbol. */
    boolean sight(Sightings sightings, int words) {
        boolean first = false;
        if (parts.isEmpty()) {
            return words == 0 && sightings.add(target, 0, 0);
        }
        BitSet starts = new BitSet();
        parts.get(0).symbols()
                .forEach(symbol -> sightings.of(symbol).forEach(span -> starts.set(span.start())));
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

    private BitSet ends(Sightings sightings, int start) {
        BitSet at = new BitSet();
        at.set(start);
        for (Part part : parts) {
            BitSet next = new BitSet();
            for (int symbol : part.symbols()) {
                for (Span span : sightings.of(symbol)) {
                    int from = part.gap() ? Math.max(0, span.start() - GAP) : span.start();
                    int reached = at.nextSetBit(from);
                    if (reached >= 0 && reached <= span.start()) {
                        next.set(span.end());
                    }
                }
            }
            at = next;
        }
        return at;
    }
}
