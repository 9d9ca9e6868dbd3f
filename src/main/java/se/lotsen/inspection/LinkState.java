package se.lotsen.inspection;

/** What became of following a link. */
public enum LinkState {
    /** It leads somewhere. */
    ALIVE,
    /** It leads somewhere by way of another address. */
    MOVED,
    /** There is nothing (404, 410), or no such server. */
    GONE,
    /** The server answers that it has a fault, or does not answer. It may come back. */
    FAILING,
    /** The server will not say it to us (401, 403, 429), or we may not ask. */
    UNKNOWN;

    /** Whether a citizen who follows the link gets nowhere. */
    public boolean isDead() {
        return this == GONE || this == FAILING;
    }

    /** By a server's answer. */
    public static LinkState of(int status, boolean redirected) {
        if (status == 404 || status == 410) {
            return GONE;
        }
        if (status >= 500) {
            return FAILING;
        }
        if (status >= 400) {
            return UNKNOWN;
        }
        return redirected ? MOVED : ALIVE;
    }
}
