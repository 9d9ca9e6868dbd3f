package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;

/** The longest common subsequence of a sentence's and a statement's pieces. */
final class CommonPieces {
    private final List<Item> said;
    private final List<Item> held;
    private final int[][] lengths;

    CommonPieces(List<Item> said, List<Item> held) {
        this.said = said;
        this.held = held;
        this.lengths = new int[said.size() + 1][held.size() + 1];
        for (int at = said.size() - 1; at >= 0; at--) {
            for (int other = held.size() - 1; other >= 0; other--) {
                lengths[at][other] = same(at, other)
                        ? lengths[at + 1][other + 1] + 1
                        : Math.max(lengths[at + 1][other], lengths[at][other + 1]);
            }
        }
    }

    private boolean same(int at, int other) {
        Item one = said.get(at);
        Item two = held.get(other);
        return one.restsOn(two)
                || one.role() == Role.WORD && two.role() == Role.NAME && one.key().equals(two.key());
    }

    int length() {
        return lengths[0][0];
    }

    /** The places of each common piece, in order. */
    List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        int at = 0;
        int other = 0;
        while (at < said.size() && other < held.size()) {
            if (same(at, other)) {
                pairs.add(new int[]{at++, other++});
            } else if (lengths[at + 1][other] >= lengths[at][other + 1]) {
                at++;
            } else {
                other++;
            }
        }
        return pairs;
    }
}
