package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;

/**
 * The limits and negations that a table's row says by its heads: "Högsta höjd: 70 cm" is at most 70 cm, "Ingår i maxtaxan:
 * Nej" is not included. A sentence may say them; one that leaves them out is judged by what stands in the row itself.
 */
final class Implied {
    private static final double CELL = 0.9;
    private static final double COLUMN = 0.7;

    private final List<Item> items;
    private final int labels;
    private final List<Operator> implied = new ArrayList<>();

    private Implied(Reading row) {
        this.items = row.items();
        this.labels = row.labels();
    }

    static List<Operator> of(Reading row) {
        Implied implied = new Implied(row);
        implied.limits();
        row.operators().stream().filter(one -> one.written().equalsIgnoreCase("nej")).forEach(implied::refused);
        return List.copyOf(implied.implied);
    }

    private void limits() {
        for (int at = 0; at < items.size(); at++) {
            String sense = Words.LARGEST.get(items.get(at).written().toLowerCase(java.util.Locale.ROOT));
            if (sense != null) {
                limit(sense, at);
            }
        }
    }

    /** A head's limit is its cell's; a label's is that of all its cells. */
    private void limit(String sense, int head) {
        for (int at = head + 1; at < items.size(); at++) {
            if (head >= labels && items.get(at).border() <= COLUMN) {
                return;
            }
            if (items.get(at).border() == CELL && items.get(at).role().isValue()) {
                implied.add(new Operator(Role.QUANTIFIER, sense, items.get(head).written(), at,
                        Operator.Use.PLAIN, false));
            }
        }
    }

    private void refused(Operator no) {
        int gap = no.gap() - 1;
        while (gap > 0 && items.get(gap).border() > COLUMN) {
            implied.add(new Operator(Role.NEGATION, no.sense(), no.written(), gap, no.use(), false));
            gap--;
        }
    }
}
