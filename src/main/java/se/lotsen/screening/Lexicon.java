package se.lotsen.screening;

import java.util.BitSet;
import java.util.List;

/**
 * The pattern words of one spelling. A typed word is looked up by its beginnings, and for slips by the first letters
 * with one or two of them left out (two words that are a slip apart share such a remnant), so that the effort
 * depends on the typed word's length and hardly on how many words there are.
 */
final class Lexicon {
    private static final int NEAR = 5;
    private static final int FAR = 7;

    private final List<Term> terms;
    private final Register words = new Register();
    private final Register stems = new Register();
    private final Register near = new Register();
    private final Register far = new Register();
    private int longestStem;
    private int longestWord;

    /** @param terms all pattern words by number, whatever their spelling */
    Lexicon(List<Term> terms) {
        this.terms = terms;
    }

    /** Adds a word under a number; the same number must not be added twice. */
    void add(int number, Term term) {
        String form = term.form();
        (term.stem() ? stems : words).file(Register.key(form, 0, form.length()), number);
        if (term.stem()) {
            longestStem = Math.max(longestStem, form.length());
        } else {
            longestWord = Math.max(longestWord, form.length());
        }
        int slips = EditDistance.allowed(form.length());
        if (slips > 0) {
            for (long remnant : slips == 1 ? remnants(form, NEAR) : remnantsOfTwo(form)) {
                (slips == 1 ? near : far).file(remnant, number);
            }
        }
    }

    /** Marks every word that the form is, and every stem that it begins with. */
    void exact(String form, BitSet found) {
        long key = Register.start();
        for (int end = 1; end <= Math.min(form.length(), longestStem); end++) {
            key = Register.with(key, form.charAt(end - 1));
            for (int at = stems.of(key); at != Register.NONE; at = stems.next(at)) {
                if (terms.get(stems.number(at)).form().length() == end
                        && form.startsWith(terms.get(stems.number(at)).form())) {
                    found.set(stems.number(at));
                }
            }
        }
        long whole = Register.key(form, 0, form.length());
        for (int at = words.of(whole); at != Register.NONE; at = words.next(at)) {
            if (terms.get(words.number(at)).form().equals(form)) {
                found.set(words.number(at));
            }
        }
    }

    /** Whether the letters of the form from one place up to, not including, another are a word. */
    boolean hasWord(String form, int from, int to) {
        if (to - from > longestWord) {
            return false;
        }
        for (int at = words.of(Register.key(form, from, to)); at != Register.NONE; at = words.next(at)) {
            String word = terms.get(words.number(at)).form();
            if (word.length() == to - from && form.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }

    /** The words that the form may be a slip of; each is to be compared before it is believed. */
    BitSet candidates(String form) {
        BitSet candidates = new BitSet(terms.size());
        if (form.length() >= NEAR - 1) {
            collect(near, remnants(form, NEAR), candidates);
        }
        if (form.length() >= FAR) {
            collect(far, remnantsOfTwo(form), candidates);
        }
        return candidates;
    }

    private static void collect(Register register, long[] remnants, BitSet candidates) {
        for (long remnant : remnants) {
            for (int at = register.of(remnant); at != Register.NONE; at = register.next(at)) {
                candidates.set(register.number(at));
            }
        }
    }

    /** The keys of the first letters, whole and with each one left out. */
    private static long[] remnants(String form, int letters) {
        int length = Math.min(form.length(), letters);
        long[] remnants = new long[length + 1];
        for (int left = 0; left <= length; left++) {
            remnants[left] = remnant(form, length, left, left);
        }
        return remnants;
    }

    /** The keys of the first letters, whole, with each one and with each two left out. */
    private static long[] remnantsOfTwo(String form) {
        int length = Math.min(form.length(), FAR);
        long[] remnants = new long[1 + length * (length + 1) / 2];
        int count = 0;
        for (int left = 0; left <= length; left++) {
            for (int right = left; right < length || right == left; right++) {
                remnants[count++] = remnant(form, length, left, right);
            }
        }
        return remnants;
    }

    private static long remnant(String form, int length, int left, int right) {
        long key = Register.start();
        for (int i = 0; i < length; i++) {
            if (i != left && i != right) {
                key = Register.with(key, form.charAt(i));
            }
        }
        return key;
    }
}
