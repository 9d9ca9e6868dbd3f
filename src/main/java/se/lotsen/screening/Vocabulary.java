package se.lotsen.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every word that any pattern uses, numbered, and the words that must be kept apart from them. Tells which of them a
 * typed word is or may be meant as.
 */
final class Vocabulary {
    private final Map<Spelling, Lexicon> lexicons = new EnumMap<>(Spelling.class);
    private final List<Term> terms = new ArrayList<>();
    private final Map<Term, Integer> numbers = new HashMap<>();
    private final Set<String> apart = new HashSet<>();
    private final Set<String> apartBare = new HashSet<>();

    Vocabulary() {
        for (Spelling spelling : Spelling.values()) {
            lexicons.put(spelling, new Lexicon(terms));
        }
    }

    /** The word's number, the same for the same word. */
    int number(Term term) {
        Integer known = numbers.putIfAbsent(term, terms.size());
        if (known != null) {
            return known;
        }
        int number = terms.size();
        terms.add(term);
        lexicon(term.spelling()).add(number, term);
        return number;
    }

    /** From now on this word, typed as it is or without dots, is never taken for another one. */
    void keepApart(String word) {
        if (apart.add(word)) {
            apartBare.add(Spelling.folded(word));
        }
    }

    /** The word with this number. */
    Term term(int number) {
        return terms.get(number);
    }

    /**
     * The numbers of the pattern words that the typed word stands for: those that it is; in languages in which it is none,
     * those that it may be a slip of.
     *
     * @param forgiven the languages in which a slip is forgiven: a Swedish name is no misspelt Finnish word
     */
    BitSet lookUp(TypedWord typed, Set<PolicyLanguage> forgiven, Effort effort) {
        effort.word();
        BitSet seen = new BitSet(terms.size());
        for (TypedWord.Form form : typed.forms()) {
            lexicon(form.spelling()).exact(form.letters(), seen);
        }
        if (isApart(typed)) {
            for (int number = seen.nextSetBit(0); number >= 0; number = seen.nextSetBit(number + 1)) {
                seen.set(number, isSame(terms.get(number), typed));
            }
        } else if (!forgiven.isEmpty()) {
            Set<PolicyLanguage> open = EnumSet.copyOf(forgiven);
            open.removeAll(languages(seen));
            for (TypedWord.Form form : typed.forms()) {
                slips(form, open, effort, seen);
            }
        }
        return seen;
    }

    private Set<PolicyLanguage> languages(BitSet words) {
        Set<PolicyLanguage> languages = EnumSet.noneOf(PolicyLanguage.class);
        for (int number = words.nextSetBit(0); number >= 0; number = words.nextSetBit(number + 1)) {
            languages.add(terms.get(number).language());
        }
        return languages;
    }

    private void slips(TypedWord.Form form, Set<PolicyLanguage> open, Effort effort, BitSet meant) {
        BitSet candidates = lexicon(form.spelling()).candidates(form.letters());
        for (int number = candidates.nextSetBit(0); number >= 0; number = candidates
                .nextSetBit(number + 1)) {
            Term term = terms.get(number);
            if (open.contains(term.language())) {
                effort.comparison();
                if (EditDistance.isSlip(term.form(), term.stem(), form.letters())) {
                    meant.set(number);
                }
            }
        }
    }

    /** Whether some language has the letters of the form from one place up to, not including, another as a word. */
    boolean knows(TypedWord.Form form, int from, int to) {
        return lexicon(form.spelling()).hasWord(form.letters(), from, to);
    }

    /** Whether the word must be taken as it is typed. */
    boolean isApart(TypedWord typed) {
        return apartBare.contains(typed.bare());
    }

    private boolean isSame(Term term, TypedWord typed) {
        if (term.isExactly(typed.text())) {
            return true;
        }
        String bare = Spelling.folded(term.word());
        return !apart.contains(typed.text()) && typed.bare().equals(typed.text())
                && (term.stem() ? typed.text().startsWith(bare) : typed.text().equals(bare));
    }

    private Lexicon lexicon(Spelling spelling) {
        Lexicon lexicon = lexicons.get(spelling);
        if (lexicon == null) {
            throw new IllegalStateException(spelling.name());
        }
        return lexicon;
    }
}
