package se.lotsen.archive;

/** Where a draft began. */
public enum DraftOrigin {
    /** Somebody began to write. */
    WRITTEN,
    /** It was imported. */
    IMPORTED,
    /** A question that had no answer. */
    GAP,
    /** Somebody changed the file in the folder, and a second pair of eyes is wanted. */
    OUTSIDE
}
