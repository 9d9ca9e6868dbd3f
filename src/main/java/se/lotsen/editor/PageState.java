package se.lotsen.editor;

/** What is to be said of a page in the list. */
public enum PageState {
    /** It cannot be read, and is not served. */
    BROKEN,
    /** It is gone where it was imported from. */
    GONE_AT_SOURCE,
    /** Another page contradicts it. */
    CONFLICTING,
    /** A link in it leads nowhere. */
    BROKEN_LINK,
    /** Its day of review, or of validity, has passed: residents are not answered from it. */
    STALE,
    /** A draft is for somebody else to look at. */
    IN_REVIEW,
    /** Somebody is writing. */
    DRAFT,
    /** It is served. */
    PUBLISHED
}
