package se.lotsen.evaluation;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of the texts that are searched, for telling where a compound may be written apart. */
final class KnownWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int SHORTEST_HALF = 3;
    private static final Locale SWEDISH = Locale.of("sv");

    private final Set<String> words = new HashSet<>();

    private KnownWords() {
    }

    static KnownWords of(Stream<String> texts) {
        KnownWords known = new KnownWords();
        texts.forEach(text -> WORD.matcher(text).results()
                .forEach(word -> known.words.add(word.group().toLowerCase(SWEDISH))));
        return known;
    }

    /** The word in two halves that are both known, the most even split of all; the word itself when there is none. */
    String apart(String word) {
        String small = word.toLowerCase(SWEDISH);
        for (int off = 0; small.length() / 2 - off >= SHORTEST_HALF; off++) {
            for (int at : new int[]{small.length() / 2 - off, (small.length() + 1) / 2 + off}) {
                if (small.length() - at >= SHORTEST_HALF && isFirstHalf(small.substring(0, at))
                        && words.contains(small.substring(at))) {
                    return word.substring(0, at) + " " + word.substring(at);
                }
            }
        }
        return word;
    }

    /** A first half may carry the s that links compounds. */
    private boolean isFirstHalf(String half) {
        return words.contains(half)
                || half.length() > SHORTEST_HALF && half.endsWith("s")
                        && words.contains(half.substring(0, half.length() - 1));
    }
}
