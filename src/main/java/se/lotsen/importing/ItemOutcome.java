package se.lotsen.importing;

/** What became of one page of a source; of a dry run, what would. */
public enum ItemOutcome {
    /** Its turn has not come. */
    PENDING,
    /** A draft of a page that was not there. */
    NEW,
    /** A draft that changes a page. */
    CHANGED,
    /** It is there as it is at the source. */
    UNCHANGED,
    /** It was imported once, and is not at the source any more. */
    GONE,
    /** Nothing was done with it, for a reason. */
    SKIPPED
}
