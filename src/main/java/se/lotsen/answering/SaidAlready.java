package se.lotsen.answering;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.lotsen.languagemodel.SpokenSentence;

/**
 * Whether what a model wrote says a quotation already: all its numbers, and most of its longer words by their beginnings.
 * Saying a thing twice is better than leaving it out, so in doubt it does not.
 */
final class SaidAlready {
    private static final double MOST = 0.6;
    private static final int BEGINNING = 5;
    private static final int SHORT = 3;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> words;

    SaidAlready(List<SpokenSentence> said) {
        this.words = said.stream().flatMap(sentence -> words(sentence.text()).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    boolean covers(SpokenSentence quotation) {
        Set<String> own = words(quotation.text());
        if (own.stream().filter(word -> Character.isDigit(word.charAt(0)))
                .anyMatch(word -> !words.contains(word))) {
            return false;
        }
        return own.isEmpty() || own.stream().filter(words::contains).count() >= MOST * own.size();
    }

    private static Set<String> words(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > SHORT || !word.isEmpty() && Character.isDigit(word.charAt(0)))
                .map(word -> Character.isDigit(word.charAt(0)) || word.length() <= BEGINNING
                        ? word
                        : word.substring(0, BEGINNING))
                .collect(Collectors.toSet());
    }
}
