package se.lotsen.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where in a question each word of a pattern, each concept and each pattern has been seen. */
final class Sightings {
    private final Map<Integer, List<Span>> bySymbol = new HashMap<>();

    /** Whether this is the symbol's first sighting. */
    boolean add(int symbol, int start, int end) {
        List<Span> spans = bySymbol.get(symbol);
        Span span = new Span(start, end);
        if (spans == null) {
            spans = new ArrayList<>(2);
            spans.add(span);
            bySymbol.put(symbol, spans);
            return true;
        }
        if (!spans.contains(span)) {
            spans.add(span);
        }
        return false;
    }

    List<Span> of(int symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }

    boolean has(int symbol) {
        return bySymbol.containsKey(symbol);
    }

    Set<Integer> symbols() {
        return bySymbol.keySet();
    }

    /** Marks every word that the symbol covers. */
    void cover(int symbol, BitSet words) {
        of(symbol).forEach(span -> words.set(span.start(), span.end()));
    }
}
