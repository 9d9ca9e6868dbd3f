package se.lotsen.importing;

import java.util.Map;

/**
 * How far a run has come: how many pages it has with each outcome. What is done is never undone, so it only grows.
 *
 * @param counts without outcomes that no page has
 */
public record Progress(Map<ItemOutcome, Integer> counts) {

    /** All pages of the source; 0 before it is listed. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Pages whose turn has come. */
    public int done() {
        return total() - of(ItemOutcome.PENDING);
    }

    /** Pages with this outcome. */
    public int of(ItemOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
