package se.lotsen.gaps;

/** How far a gap has come. */
enum GapState {
    /** Nobody has taken it yet. */
    OPEN,
    /** Somebody works on it. */
    ASSIGNED,
    /** Its questions are answered now, or somebody says why not; a new miss opens it again. */
    CLOSED,
    /** Nothing is to be done about it, whatever else is asked. */
    DISMISSED;

    /** Whether something is left to do. */
    public boolean isLeft() {
        return this == OPEN || this == ASSIGNED;
    }
}
