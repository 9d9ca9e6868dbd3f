package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What stands around one place of a text: the words and values on either side, each weighing less the farther off it is and
 * the more borders lie between. Two places of two texts are alike as far as they share these.
 *
 * @param keys what stands around
 * @param weights of each; negative for what stands before the place
 */
record Context(String[] keys, double[] weights) {
    private static final int REACH = 8;
    private static final double FADING = 0.3;
    private static final double LABEL = 0.8;
    private static final double OTHER_SIDE = 0.6;
    private static final double PARTNER = 1.7;
    /** Before the key of what stands right beside a place. */
    static final String BESIDE = "+";
    private static final double STRONGEST = Math.sqrt(1.5);

    /** The place of an item, which is no part of its own surroundings. */
    static Context ofItem(List<Item> items, int index, int labels) {
        return of(items, index - 1, items.get(index).border(), index + 1, labels);
    }

    /** The place between two items. */
    static Context ofGap(List<Item> items, int gap, int labels) {
        return of(items, gap - 1, 1, gap, labels);
    }

    private static Context of(List<Item> items, int before, double border, int after, int labels) {
        Surroundings around = new Surroundings();
        double tie = border;
        for (int at = before, distance = 0; at >= 0 && (distance < REACH || at < labels); at--, distance++) {
            double weight = tie / (1 + FADING * distance);
            around.add(items.get(at), -(at < labels ? Math.max(weight, LABEL) : weight), -tie);
            tie *= items.get(at).border();
        }
        tie = 1;
        around.nearest.clear();
        for (int at = after, distance = 0; at < items.size() && distance < REACH; at++, distance++) {
            tie *= at == before + 1 ? 1 : items.get(at).border();
            around.add(items.get(at), tie / (1 + FADING * distance), tie);
        }
        return new Context(around.keys.toArray(String[]::new),
                around.weights.stream().mapToDouble(weight -> weight).toArray());
    }

    private static final class Surroundings {
        private final List<String> keys = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        private final Set<Role> nearest = EnumSet.noneOf(Role.class);

        /** A row of weekdays is its days, so that one of them is like the row. */
        void add(Item item, double weight, double tie) {
            boolean beside = (item.role() == Role.WEEKDAY || item.role() == Role.TIME)
                    && nearest.add(item.role());
            double strength = strength(item);
            if (item.role() != Role.WEEKDAY) {
                add(key(item), weight * strength, beside ? tie * strength : 0);
                return;
            }
            int days = Integer.parseInt(item.key());
            double share = strength / Math.sqrt(Integer.bitCount(days));
            for (int day = 1; day <= days; day <<= 1) {
                if ((days & day) != 0) {
                    add("W:" + day, weight * share, beside ? tie * share : 0);
                }
            }
        }

        /** Hours belong to the day nearest to them and a day to its hours, so those count once more. */
        private void add(String key, double weight, double beside) {
            keys.add(key);
            weights.add(weight);
            if (beside != 0) {
                keys.add(BESIDE + key);
                weights.add(beside * PARTNER);
            }
        }
    }

    private static double strength(Item item) {
        return Math.sqrt(item.role().strength());
    }

    /** One key for a word as a name and as a word; values of different roles never meet. */
    static String key(Item item) {
        return switch (item.role()) {
            case WORD, NAME -> item.key();
            case AMOUNT, NUMBER -> "#" + item.key();
            default -> item.role().name().charAt(0) + ":" + item.key();
        };
    }

    /** The key, and of a row of weekdays each day's. */
    static List<String> keys(Item item) {
        Surroundings around = new Surroundings();
        around.add(item, 1, 0);
        around.keys.add(key(item));
        return around.keys;
    }

    /** For asking many other places how alike they are. */
    Map<String, double[]> lookup() {
        Map<String, double[]> sides = new HashMap<>();
        for (int at = 0; at < keys.length; at++) {
            double[] side = sides.computeIfAbsent(keys[at], key -> new double[2]);
            int which = weights[at] < 0 ? 0 : 1;
            side[which] = Math.max(side[which], Math.abs(weights[at]));
        }
        return sides;
    }

    /** How alike this place is to itself. */
    double ownLikeness(ToDoubleFunction<String> rarity) {
        double likeness = 0;
        for (int at = 0; at < keys.length; at++) {
            likeness += weights[at] * weights[at] * rarity.applyAsDouble(keys[at]);
        }
        return likeness;
    }

    /** More than its likeness to any place of a text with only these keys can be. */
    double mostLikeness(Set<String> others, ToDoubleFunction<String> rarity) {
        double most = 0;
        for (int at = 0; at < keys.length; at++) {
            String key = keys[at].startsWith(BESIDE) ? keys[at].substring(1) : keys[at];
            if (others.contains(key)) {
                most += STRONGEST * Math.abs(weights[at]) * rarity.applyAsDouble(keys[at]);
            }
        }
        return most;
    }

    /** How alike this place is to the one looked up; unbounded, 0 when they share nothing. */
    double likeness(Map<String, double[]> other, ToDoubleFunction<String> rarity) {
        double likeness = 0;
        for (int at = 0; at < keys.length; at++) {
            double[] sides = other.get(keys[at]);
            if (sides != null) {
                int side = weights[at] < 0 ? 0 : 1;
                double otherSide = keys[at].startsWith(BESIDE) ? 1 : OTHER_SIDE;
                double shared = Math.max(sides[side], otherSide * sides[1 - side]);
                likeness += Math.abs(weights[at]) * shared * rarity.applyAsDouble(keys[at]);
            }
        }
        return likeness;
    }
}
