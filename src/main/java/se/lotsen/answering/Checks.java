package se.lotsen.answering;

import java.util.List;

/**
 * What the checks of the text did to an answer.
 *
 * @param removed sentences that did not hold against the passages they cite, with the faults
 * @param added conditions, exceptions and notes of time that the text had left out, by the passage they stand in
 */
public record Checks(List<Removed> removed, List<Added> added) {
    static final Checks NONE = new Checks(List.of(), List.of());

    /** A sentence that was not released, and why: each fault as {@code KIND: what was found}. */
    public record Removed(String sentence, String passage, List<String> faults) {
    }

    /** A sentence that was added, and the check that asked for it. */
    public record Added(String sentence, String passage, String check) {
    }
}
