package se.lotsen.gaps;

/** Why a question counts as one that was not answered well. */
enum MissReason {
    /** No page speaks of it. */
    NO_EVIDENCE,
    /** A page was found, but hardly the right one. */
    LOW_CONFIDENCE,
    /** Asked twice which service is meant, and still unclear. */
    STILL_UNCLEAR,
    /** What could have been said did not hold against its page. */
    NOT_GROUNDED,
    /** Two pages say different things. */
    SOURCES_DISAGREE,
    /** The page does not hold today. */
    PAGE_EXPIRED,
    /** Nobody has confirmed the page in time. */
    PAGE_OVERDUE,
    /** No page speaks the language. */
    LANGUAGE,
    /** The citizen was asked which service is meant, and got no answer after that. */
    LEFT_UNCLEAR,
    /** Answered, and the citizen said that it did not help. */
    NOT_HELPFUL,
    /** Answered, and the citizen asked for a person after it. */
    HANDED_OVER,
    /** One of the staff graded the answer as wrong or as lacking something. */
    GRADED
}
