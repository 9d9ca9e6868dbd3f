package se.lotsen.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How satisfied a citizen is; the latest word only.
 *
 * @param score from 1, very dissatisfied, to 5, very satisfied
 * @param comment masked; null for none
 */
public record Score(Part part, int score, @Nullable String comment, Instant at) {
    /** The best. */
    public static final int BEST = 5;

    public Score {
        if (!isScore(score)) {
            throw new IllegalArgumentException("A score is 1 to 5, not " + score);
        }
    }

    /** Whether a number is a score. */
    public static boolean isScore(int number) {
        return number >= 1 && number <= BEST;
    }

    /** On the index of SKR (Sveriges Kommuner och Regioner): 0, 25, 50, 75, 100. */
    static int index(int score) {
        return 25 * (score - 1);
    }
}
