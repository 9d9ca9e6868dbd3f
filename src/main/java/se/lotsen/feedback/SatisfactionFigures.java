package se.lotsen.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How satisfied those are who have said so. Below {@value #FEWEST} replies nothing but their number is told: so few say
 * little of the whole, and something of each other.
 *
 * @param replies how many
 * @param index the mean of SKR's index; null below the fewest
 * @param distribution how many gave 1, 2, … 5; empty below the fewest
 */
public record SatisfactionFigures(int replies, @Nullable Mean index, List<Integer> distribution) {
    /** The fewest replies of which a mean is told. */
    public static final int FEWEST = 5;
    /** Student's t, .975, from 4 degrees of freedom to 30. */
    private static final double[] T = {2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
            2.145,
            2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048,
            2.045,
            2.042};

    /**
     * A mean with its 95 % interval.
     *
     * @param value 0..100, as the bounds
     */
    public record Mean(double value, double low, double high) {
    }

    /** @param scores from 1 to 5, in any order */
    public static SatisfactionFigures of(List<Integer> scores) {
        return scores.size() < FEWEST
                ? new SatisfactionFigures(scores.size(), null, List.of())
                : new SatisfactionFigures(scores.size(), mean(scores), IntStream.rangeClosed(1, Score.BEST)
                        .mapToObj(score -> (int) scores.stream().filter(given -> given == score).count())
                        .toList());
    }

    /**
     * Student's interval. The spread is that of the replies and of one more at either end of the scale: otherwise five who
     * agree would look certain.
     */
    private static Mean mean(List<Integer> scores) {
        double[] values = scores.stream().mapToDouble(Score::index).toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double[] wider = Arrays.copyOf(values, values.length + 2);
        wider[values.length] = Score.index(Score.BEST);
        double centre = Arrays.stream(wider).average().orElse(0);
        double variance = Arrays.stream(wider).map(value -> (value - centre) * (value - centre)).sum()
                / (wider.length - 1);
        double half = t(values.length - 1) * Math.sqrt(variance / values.length);
        return new Mean(mean, Math.max(0, mean - half), Math.min(100, mean + half));
    }

    private static double t(int freedom) {
        return freedom - 4 < T.length ? T[freedom - 4] : 1.96 + 2.4 / freedom;
    }
}
