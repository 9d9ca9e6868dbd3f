package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a comparison across languages can read in a sentence. */
final class Claims {
    private static final String NOT = "not";
    private static final String NOT_MAYBE = "not.maybe";

    private final List<Claim> values = new ArrayList<>();
    private final Map<String, Integer> senses = new HashMap<>();
    private final Set<String> units = new HashSet<>();
    private final List<Piece> pieces;

    Claims(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    void add(Claim value) {
        values.add(value);
    }

    void addSense(String sense) {
        senses.merge(sense, 1, Integer::sum);
    }

    void addUnit(String unit) {
        units.add(unit);
    }

    List<Claim> values() {
        return values;
    }

    Set<String> units() {
        return units;
    }

    List<Piece> pieces() {
        return pieces;
    }

    boolean has(String sense) {
        return senses.containsKey(sense) || senses.containsKey(sense + ".maybe");
    }

    boolean insistsOn(String sense) {
        return senses.containsKey(sense);
    }

    /** As many negations as there are at least, in words that say nothing else. */
    int negations() {
        return senses.getOrDefault(NOT, 0);
    }

    /** As many negations as there can be. */
    int mostNegations() {
        return negations() + senses.getOrDefault(NOT_MAYBE, 0);
    }
}
