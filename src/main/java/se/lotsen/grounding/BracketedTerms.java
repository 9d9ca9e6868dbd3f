package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tartarus.snowball.ext.SwedishStemmer;

/**
 * What a translation has in brackets: terms of the Swedish sentence, or the translation of a bracket that this one has.
 *
 * @param text the translation without those terms
 * @param terms words of the Swedish sentence that are named, as written
 * @param foreign brackets that hold anything else
 */
record BracketedTerms(String text, List<String> terms, List<String> foreign) {
    private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_ENDING = 4;
    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_PART = 5;

    static BracketedTerms of(String translation, String swedish) {
        List<String> terms = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        Set<String> words = words(swedish);
        StringBuilder text = new StringBuilder();
        Matcher bracket = BRACKET.matcher(translation);
        while (bracket.find()) {
            String held = bracket.group(1).strip();
            if (held.startsWith("http")) {
                continue;
            }
            if (!held.isEmpty() && words(held).stream().allMatch(word -> isOf(word, words))) {
                terms.add(held);
                bracket.appendReplacement(text, " ");
            } else {
                foreign.add(held);
            }
        }
        bracket.appendTail(text);
        return new BracketedTerms(text.toString(), terms, foreign);
    }

    /** How many brackets of its own a text has. */
    static int count(String text) {
        return (int) BRACKET.matcher(text).results().filter(found -> !found.group(1).startsWith("http"))
                .count();
    }

    private static Set<String> words(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean isOf(String word, Set<String> words) {
        return words.contains(word) || words.stream().anyMatch(held -> isForm(word, held));
    }

    /** The same word with another ending, or the first or last part of a compound. */
    private static boolean isForm(String word, String held) {
        String shorter = word.length() <= held.length() ? word : held;
        String longer = shorter.equals(word) ? held : word;
        return shorter.length() >= SHORTEST_STEM && Character.isLetter(shorter.charAt(0))
                && (longer.startsWith(shorter) && longer.length() - shorter.length() <= LONGEST_ENDING
                        || shorter.length() >= SHORTEST_PART && (held.startsWith(word) || held.endsWith(word))
                        || stem(word).equals(stem(held)));
    }

    private static String stem(String word) {
        SwedishStemmer stemmer = new SwedishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
