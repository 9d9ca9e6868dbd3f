package se.lotsen.privacy;

import java.util.List;
import java.util.Random;

/** Randomness that can be repeated with {@code -Dlotsen.seed=…}; put {@link #toString()} into every failure. */
final class SeededRandom {
    private final long seed = Long.getLong("lotsen.seed", 20261122L);
    private final Random random = new Random(seed);

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(below(10));
        }
        return digits.toString();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @Override
    public String toString() {
        return "-Dlotsen.seed=" + seed;
    }
}
