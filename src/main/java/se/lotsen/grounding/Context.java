package se.lotsen.grounding;

import java.util.ArrayList;
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
    private static final double PARTNER = 2.5;
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
            around.add(items.get(at), -(at < labels ? Math.max(weight, LABEL) : weight));
            tie *= items.get(at).border();
        }
        tie = 1;
        for (int at = after, distance = 0; at < items.size() && distance < REACH; at++, distance++) {
            tie *= at == before + 1 ? 1 : items.get(at).border();
            around.add(items.get(at), tie / (1 + FADING * distance));
        }
        return new Context(around.keys.toArray(String[]::new),
                around.weights.stream().mapToDouble(weight -> weight).toArray());
    }

    private static final class Surroundings {
        private final List<String> keys = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        /** A row of weekdays is its days, so that one of them is like the row. */
        void add(Item item, double weight) {
            double strong = weight * strength(item);
            if (item.role() != Role.WEEKDAY) {
                keys.add(key(item));
                weights.add(strong);
                return;
            }
            int days = Integer.parseInt(item.key());
            for (int day = 1; day <= days; day <<= 1) {
                if ((days & day) != 0) {
                    keys.add("W:" + day);
                    weights.add(strong / Math.sqrt(Integer.bitCount(days)));
                }
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
        around.add(item, 1);
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
            if (others.contains(keys[at])) {
                most += STRONGEST * Math.abs(weights[at]) * rarity.applyAsDouble(keys[at]);
            }
        }
        return most;
    }

    /** How alike this place is to the one looked up; unbounded, 0 when they share nothing. */
    double likeness(Map<String, double[]> other, ToDoubleFunction<String> rarity) {
        return likeness(other, rarity, Role.WORD);
    }

    /** @param role of the values compared: hours and days belong to each other, on whichever side they stand */
    double likeness(Map<String, double[]> other, ToDoubleFunction<String> rarity, Role role) {
        String partners = role == Role.TIME ? "W:" : role == Role.WEEKDAY ? "T:" : "";
        double likeness = 0;
        for (int at = 0; at < keys.length; at++) {
            double[] sides = other.get(keys[at]);
            if (sides != null) {
                int side = weights[at] < 0 ? 0 : 1;
                boolean partner = !partners.isEmpty() && keys[at].startsWith(partners);
                double shared = Math.max(sides[side], (partner ? 1 : OTHER_SIDE) * sides[1 - side]);
                likeness += Math.abs(weights[at]) * shared * rarity.applyAsDouble(keys[at])
                        * (partner ? PARTNER : 1);
            }
        }
        return likeness;
    }
}
