package se.lotsen.testing;

import java.util.List;
import java.util.Random;

/** Randomness that can be repeated with {@code -Dlotsen.seed=…}; put {@link #toString()} into every failure. */
public final class SeededRandom {
    private final long seed = Long.getLong("lotsen.seed", 20261122L);
    private final Random random = new Random(seed);

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(below(10));
        }
        return digits.toString();
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @Override
    public String toString() {
        return "-Dlotsen.seed=" + seed;
    }
}
