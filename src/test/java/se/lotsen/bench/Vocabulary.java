package se.lotsen.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words to draw from, as often as Zipf's law says (the word of rank r in proportion to 1/r): the pages' own words by
 * frequency, then compounds of two of them, which is how Swedish text keeps meeting new words.
 */
final class Vocabulary {
    private static final int COMPOUNDS = 150_000;
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    /** A word to change, or an address, which stays whole. */
    private static final Pattern WORD_OR_ADDRESS = Pattern
            .compile("\\]\\([^)]*\\)|https?://\\S+|\\S+@\\S+|\\p{L}{3,}");

    private final String[] words;
    private final double[] cumulative;

    private Vocabulary(String[] words) {
        this.words = words;
        this.cumulative = new double[words.length];
        double sum = 0;
        for (int rank = 0; rank < words.length; rank++) {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
    }

    static Vocabulary of(List<String> texts, RandomGenerator random) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            WORD.matcher(text.toLowerCase(SWEDISH)).results()
                    .forEach(word -> counts.merge(word.group(), 1, Integer::sum));
        }
        List<String> own = new ArrayList<>(counts.keySet());
        own.sort(Comparator.comparing((String word) -> -counts.get(word)).thenComparing(word -> word));
        Set<String> all = new LinkedHashSet<>(own);
        while (all.size() < own.size() + COMPOUNDS) {
            all.add(own.get(random.nextInt(own.size())) + own.get(random.nextInt(own.size())));
        }
        return new Vocabulary(all.toArray(String[]::new));
    }

    String draw(RandomGenerator random) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        return words[found < 0 ? -found - 1 : found];
    }

    /** The text with this share of its words drawn anew. */
    String disturb(String text, double share, RandomGenerator random) {
        return WORD_OR_ADDRESS.matcher(text).replaceAll(match -> java.util.regex.Matcher
                .quoteReplacement(replaced(match, share, random)));
    }

    private String replaced(MatchResult match, double share, RandomGenerator random) {
        String word = match.group();
        if (!Character.isLetter(word.charAt(0)) || word.startsWith("http") || word.contains("@")
                || random.nextDouble() >= share) {
            return word;
        }
        String drawn = draw(random);
        return Character.isUpperCase(word.charAt(0))
                ? drawn.substring(0, 1).toUpperCase(SWEDISH) + drawn.substring(1)
                : drawn;
    }
}
