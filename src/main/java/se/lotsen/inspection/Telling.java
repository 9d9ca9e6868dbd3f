package se.lotsen.inspection;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.lotsen.inspection.Detail.Measure;

/**
 * How much each word tells of what a value is of: nothing if it stands on every page, and nothing if it stands beside every
 * value of the measure ("kostar", "per termin", "besvaras"). Both are inverse page frequencies (Spärck Jones 1972), squared,
 * so that a rare word outweighs many ordinary ones; 1 for a word of one page.
 */
final class Telling {
    private final Words words;
    private final Map<Measure, Map<String, Set<String>>> pagesWith = new EnumMap<>(Measure.class);
    private final Map<Measure, Map<String, Double>> weights = new EnumMap<>(Measure.class);
    private final Map<Measure, Set<String>> pages = new EnumMap<>(Measure.class);
    private final Map<String, Set<String>> patternPages = new HashMap<>();
    private final Map<String, Set<String>> patternValues = new HashMap<>();

    Telling(Words words, List<Assertion> all) {
        this.words = words;
        for (Assertion one : all) {
            pages.computeIfAbsent(one.measure(), any -> new HashSet<>()).add(one.page());
            Map<String, Set<String>> with = pagesWith.computeIfAbsent(one.measure(), any -> new HashMap<>());
            one.above().getFirst()
                    .forEach(word -> with.computeIfAbsent(word, any -> new HashSet<>()).add(one.page()));
            patternPages.computeIfAbsent(pattern(one), any -> new HashSet<>()).add(one.page());
            patternValues.computeIfAbsent(pattern(one), any -> new HashSet<>()).add(one.values().toString());
        }
    }

    private static String pattern(Assertion one) {
        return one.measure() + one.above().getFirst().toString();
    }

    /**
     * Whether the sentence stands on several pages word for word, each with a value of its own: a site's pattern, which is
     * of another thing on each page ("Sista dag är den …").
     */
    boolean isPattern(Assertion one) {
        Set<String> on = patternPages.getOrDefault(pattern(one), Set.of());
        Set<String> values = patternValues.getOrDefault(pattern(one), Set.of());
        return on.size() > 2 && 2 * values.size() > on.size();
    }

    double of(Measure measure, String word) {
        return weights.computeIfAbsent(measure, any -> new HashMap<>())
                .computeIfAbsent(word, any -> weight(measure, word));
    }

    private double weight(Measure measure, String word) {
        int with = pagesWith.getOrDefault(measure, Map.of()).getOrDefault(word, Set.of()).size();
        int all = pages.getOrDefault(measure, Set.of()).size();
        return Math.min(rarity(words.pagesWith(word), words.pages()), with == 0 ? 1 : rarity(with, all));
    }

    private static double rarity(int with, int of) {
        double rarity = Math.log(1 + (double) of / with) / Math.log(1 + of);
        return rarity * rarity;
    }

    double of(Measure measure, Set<String> some) {
        return some.stream().mapToDouble(word -> of(measure, word)).sum();
    }
}
