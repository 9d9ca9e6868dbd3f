package se.lotsen.evaluation;

import java.util.Map;
import java.util.TreeMap;
import se.lotsen.confidence.ClopperPearson;

/**
 * A share of counted cases with its exact 95 % interval (Clopper and Pearson 1934). It stays honest where the bootstrap cannot: of 30 rows
 * that are all right, the bootstrap says 1 to 1.
 *
 * @param hits how many of the cases
 * @param cases all
 * @param low lower end of the interval, 0..1
 * @param high upper end of the interval, 0..1
 */
public record BinomialInterval(int hits, int cases, double low, double high) {
    /** Each of the two bounds, so that the interval has 95 %. */
    private static final double ONE_SIDED = 0.975;

    /** @throws IllegalArgumentException when there are more hits than cases */
    public static BinomialInterval of(int hits, int cases) {
        if (hits < 0 || hits > cases) {
            throw new IllegalArgumentException(hits + " of " + cases);
        }
        return cases == 0
                ? new BinomialInterval(0, 0, 0, 1)
                : new BinomialInterval(hits, cases, ClopperPearson.lower(hits, cases, ONE_SIDED),
                        ClopperPearson.upper(hits, cases, ONE_SIDED));
    }

    /** As other figures carry theirs. */
    Bootstrap.Interval interval() {
        return new Bootstrap.Interval(share(), low, high);
    }

    /** 0 of 0 is 0. */
    public double share() {
        return cases == 0 ? 0 : (double) hits / cases;
    }

    /** For {@code --json}. */
    Map<String, Object> json() {
        return new TreeMap<>(
                Map.of("hits", hits, "cases", cases, "share", share(), "low", low, "high", high));
    }
}
