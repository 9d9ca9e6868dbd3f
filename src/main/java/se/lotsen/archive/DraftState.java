package se.lotsen.archive;

/** How far a draft has come. */
public enum DraftState {
    /** Somebody is writing. */
    DRAFT,
    /** It is for somebody else to look at. */
    IN_REVIEW
}
