package se.lotsen.recall;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.lotsen.knowledge.Passage;

/**
 * A passage of an earlier revision that is not served as it was.
 *
 * @param old the passage as it was
 * @param removed what it said and no passage of the page says any more
 * @param added what its successor says and no passage of the page said before; empty when there is no successor
 */
public record PassageChange(Passage old, List<Removed> removed, List<String> added) {
    public PassageChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /**
     * A statement that was taken out.
     *
     * @param mark names it among those of the page's revision: its passage's anchor and its place there
     */
    public record Removed(String mark, String text) {
    }

    /** Names the passage within the page; as a mark it says that something was missing from it. */
    public String anchor() {
        return old.anchor();
    }

    /** Whether nothing was taken out: then what was wrong is that something was missing. */
    public boolean isAddition() {
        return removed.isEmpty();
    }

    /** All that can be said to have been wrong in it. */
    Stream<String> marks() {
        return isAddition() ? Stream.of(anchor()) : removed.stream().map(Removed::mark);
    }

    boolean isIn(Set<String> marks) {
        return marks().anyMatch(marks::contains);
    }

    boolean isChange() {
        return !removed.isEmpty() || !added.isEmpty();
    }
}
