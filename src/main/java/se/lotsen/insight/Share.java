package se.lotsen.insight;

import se.lotsen.confidence.ClopperPearson;

/**
 * A share of counted cases with its exact 95 % interval (Clopper and Pearson 1934).
 *
 * @param hits not more than {@code of}
 * @param of 0 where there is no share
 * @param low 0..1, as {@code high}
 */
record Share(long hits, long of, double low, double high) {
    /** Each of the two bounds, so that the interval has 95 %. */
    private static final double ONE_SIDED = 0.975;

    static Share of(long hits, long of) {
        return of == 0
                ? new Share(0, 0, 0, 1)
                : new Share(hits, of, ClopperPearson.lower((int) hits, (int) of, ONE_SIDED),
                        ClopperPearson.upper((int) hits, (int) of, ONE_SIDED));
    }

    boolean isKnown() {
        return of > 0;
    }

    /** 0..1; 0 where there is none. */
    double value() {
        return of == 0 ? 0 : (double) hits / of;
    }

    /** Whether it is so much lower that chance alone does not explain it: the intervals do not meet. */
    boolean isClearlyBelow(Share other) {
        return isKnown() && other.isKnown() && high < other.low;
    }
}
