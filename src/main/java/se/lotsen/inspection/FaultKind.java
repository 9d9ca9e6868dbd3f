package se.lotsen.inspection;

/** What can be wrong with a page that can be served. */
public enum FaultKind {
    /** Two pages say different things of the same matter. */
    CONTRADICTION(10),
    /** A day that has passed is spoken of as one to come, or the page holds no longer. */
    PASSED_DATE(6),
    /** A link leads nowhere. */
    DEAD_LINK(5),
    /** Nobody has confirmed the page in time. */
    PAST_REVIEW(3),
    /** Two pages say nearly the same. */
    DUPLICATE(2),
    /** No other page leads to it and nobody asks for it. */
    ORPHAN(1);

    private final int weight;

    FaultKind(int weight) {
        this.weight = weight;
    }

    /** How bad one meeting with it is, 1..10, by what it makes a citizen do: act on what is wrong, search on, or nothing. */
    public int weight() {
        return weight;
    }
}
