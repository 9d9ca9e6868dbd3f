package se.lotsen.recall;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an editor says was wrong.
 *
 * @param page the page's id
 * @param wrong the number of a revision in which it was wrong
 * @param right the number of the revision that corrected it
 * @param marks of the statements that were wrong in it, and of the passages from which something was missing; what has changed and
 *            is not among them was right
 * @param from only what was said at this moment or later; null for no bound
 * @param until only what was said before; null for no bound
 */
public record Selection(String page, int wrong, int right, Set<String> marks, @Nullable Instant from,
        @Nullable Instant until) {
    public Selection {
        marks = Set.copyOf(marks);
    }

    boolean contains(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    }
}
