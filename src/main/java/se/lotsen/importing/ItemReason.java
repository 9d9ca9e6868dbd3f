package se.lotsen.importing;

import se.lotsen.extraction.ExtractionFault;
import se.lotsen.fetching.FetchRefusal;

/** Why something was left out, is gone, or failed. The names are stored and shown by {@code importing.reason.<name>}. */
public enum ItemReason {
    /** See {@link FetchRefusal}. */
    BAD_ADDRESS, HOST_NOT_ALLOWED, ADDRESS_NOT_ALLOWED, TOO_MANY_REDIRECTS, TOO_LARGE, TOO_SLOW, WRONG_TYPE, UNKNOWN_HOST, UNREACHABLE,
    /** See {@link ExtractionFault}. */
    NO_TEXT, ENCRYPTED, TOO_DEEP, UNREADABLE, NO_COLUMNS,
    /** The site's rules for robots forbid it. */
    ROBOTS,
    /** The server answered with another status than 200; the item says which. */
    STATUS,
    /** The same page stands at another address of this source. */
    REPEATED,
    /** Somebody is writing on that page. */
    DRAFT_EXISTS,
    /** No page that could be served; something that it must say is missing or wrong. */
    INVALID,
    /** It is gone: the source answers 404 or 410. */
    NOT_FOUND,
    /** It is gone: the source does not list it any more. */
    NOT_LISTED,
    /** So much is gone at once that the source may be broken: nothing was retired. */
    MANY_GONE,
    /** It is the last page that is served. */
    LAST_PAGE,
    /** The source lists nothing. */
    NOTHING_LISTED,
    /** More than an import takes. */
    TOO_MANY,
    /** No folder below the one that the operator has named. */
    NO_FOLDER,
    /** No file was uploaded yet, or it is gone. */
    NO_FILE,
    /** A fault of the service; the log says more. */
    FAULT;

    static ItemReason of(FetchRefusal refusal) {
        return valueOf(refusal.name());
    }

    static ItemReason of(ExtractionFault fault) {
        return valueOf(fault.name());
    }
}
