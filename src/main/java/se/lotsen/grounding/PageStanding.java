package se.lotsen.grounding;

/** Whether a page's content holds on a day, by what its editors say in the front matter. */
public enum PageStanding {
    /** It holds and is looked after. */
    CURRENT,
    /** It begins to hold later; it may be linked, never quoted. */
    NOT_YET_VALID,
    /** It has ended; it never answers. */
    EXPIRED,
    /** Nobody has confirmed it in time; a link and a person, no answer. */
    REVIEW_OVERDUE;

    /** Whether an answer may be made of it. */
    public boolean mayAnswer() {
        return this == CURRENT;
    }
}
