package se.lotsen.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The pattern words of one spelling. A typed word is looked up by its beginnings, and for slips by the first letters
 * with one or two of them left out (two words that are a slip apart share such a remnant), so that the effort
 * depends on the typed word's length and hardly on how many words there are.
 */
final class Lexicon {
    private static final int NEAR = 5;
    private static final int FAR = 7;

    private final Map<String, List<Integer>> words = new HashMap<>();
    private final Map<String, List<Integer>> stems = new HashMap<>();
    private final Map<String, List<Integer>> near = new HashMap<>();
    private final Map<String, List<Integer>> far = new HashMap<>();
    private int longestStem;

    /** Adds a word under a number; the same number must not be added twice. */
    void add(int number, Term term) {
        String form = term.form();
        (term.stem() ? stems : words).computeIfAbsent(form, key -> new ArrayList<>(1)).add(number);
        longestStem = term.stem() ? Math.max(longestStem, form.length()) : longestStem;
        int slips = EditDistance.allowed(form.length());
        if (slips == 1) {
            remnants(form, NEAR, 1)
                    .forEach(key -> near.computeIfAbsent(key, k -> new ArrayList<>(2)).add(number));
        } else if (slips == 2) {
            remnants(form, FAR, 2)
                    .forEach(key -> far.computeIfAbsent(key, k -> new ArrayList<>(2)).add(number));
        }
    }

    /** Every word that the form is, and every stem that it begins with. */
    void exact(String form, IntConsumer found) {
        List.copyOf(words.getOrDefault(form, List.of())).forEach(found::accept);
        for (int end = 1; end <= Math.min(form.length(), longestStem); end++) {
            stems.getOrDefault(form.substring(0, end), List.of()).forEach(found::accept);
        }
    }

    boolean hasWord(String form) {
        return words.containsKey(form);
    }

    /** The words that the form may be a slip of; each is to be compared before it is believed. */
    Set<Integer> candidates(String form) {
        Set<Integer> candidates = new HashSet<>();
        if (form.length() >= NEAR - 1) {
            remnants(form, NEAR, 1).forEach(key -> candidates.addAll(near.getOrDefault(key, List.of())));
        }
        if (form.length() >= FAR) {
            remnants(form, FAR, 2).forEach(key -> candidates.addAll(far.getOrDefault(key, List.of())));
        }
        return candidates;
    }

    private static Set<String> remnants(String form, int letters, int slips) {
        Set<String> remnants = new HashSet<>();
        leaveOut(form.length() > letters ? form.substring(0, letters) : form, slips, remnants);
        return remnants;
    }

    private static void leaveOut(String letters, int slips, Set<String> remnants) {
        if (remnants.add(letters) && slips > 0) {
            for (int i = 0; i < letters.length(); i++) {
                leaveOut(letters.substring(0, i) + letters.substring(i + 1), slips - 1, remnants);
            }
        }
    }
}
