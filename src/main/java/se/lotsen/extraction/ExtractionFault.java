package se.lotsen.extraction;

/** Why nothing was read out of a document. The codes are stable: they are stored beside its name. */
public enum ExtractionFault {
    /** It holds no text that anybody could be told; a scanned document, for one. */
    NO_TEXT,
    /** It needs a password. */
    ENCRYPTED,
    /** Larger, packed or unpacked, than a page of a municipality can be. */
    TOO_LARGE,
    /** Not read within the time that a document may take. */
    TOO_SLOW,
    /** Nested deeper than any page is. */
    TOO_DEEP,
    /** Broken, or of another kind than its name says. */
    UNREADABLE,
    /** A table in which no column holds questions or none holds answers. */
    NO_COLUMNS
}
