package se.lotsen.archive;

/** How a revision came about. */
public enum RevisionOrigin {
    /** It was there when the archive was opened for the first time. */
    FOUND,
    /** A draft was published. */
    PUBLISHED,
    /** An earlier revision was put back. */
    RESTORED,
    /** Somebody changed the file in the folder. */
    OUTSIDE,
    /** The file was taken away. */
    REMOVED
}
