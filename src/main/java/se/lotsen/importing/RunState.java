package se.lotsen.importing;

/** How far a run has come. */
public enum RunState {
    /** It is asking the source what there is. */
    LISTING,
    /** It goes through what there is. */
    RUNNING,
    /** It has been through everything. */
    DONE,
    /** Somebody has ended it; what it did before holds. */
    CANCELLED,
    /** The source could not be listed. */
    FAILED;

    /** Whether it goes on. */
    public boolean isUnderWay() {
        return this == LISTING || this == RUNNING;
    }
}
