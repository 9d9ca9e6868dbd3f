package se.lotsen.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

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
            lexicons.put(spelling, new Lexicon());
        }
    }

    /** The word's number, the same for the same word. */
    int number(Term term) {
        Integer known = numbers.get(term);
        if (known != null) {
            return known;
        }
        int number = terms.size();
        terms.add(term);
        numbers.put(term, number);
        lexicon(term.spelling()).add(number, term);
        return number;
    }

    /** From now on this word, typed as it is or without dots, is never taken for another one. */
    void keepApart(String word) {
        apart.add(word);
        apartBare.add(Spelling.folded(word));
    }

    /** The word with this number. */
    Term term(int number) {
        return terms.get(number);
    }

    /**
     * The pattern words that the typed word stands for: those that it is; in languages in which it is none, those that
     * it may be a slip of.
     */
    void lookUp(TypedWord typed, boolean slips, Effort effort, IntConsumer found) {
        boolean strict = isApart(typed);
        Set<Integer> seen = new HashSet<>();
        Set<PolicyLanguage> known = EnumSet.noneOf(PolicyLanguage.class);
        effort.word();
        typed.forms()
                .forEach((spelling, forms) -> forms.forEach(form -> lexicon(spelling).exact(form, number -> {
                    if ((!strict || isSame(terms.get(number), typed)) && seen.add(number)) {
                        known.add(terms.get(number).language());
                    }
                })));
        if (slips && !strict) {
            Set<Integer> meant = new HashSet<>();
            typed.forms().forEach((spelling, forms) -> forms
                    .forEach(form -> slips(lexicon(spelling), form, known, effort, meant)));
            seen.addAll(meant);
        }
        seen.forEach(found::accept);
    }

    private void slips(Lexicon lexicon, String form, Set<PolicyLanguage> known, Effort effort,
            Set<Integer> meant) {
        for (int number : lexicon.candidates(form)) {
            Term term = terms.get(number);
            if (!known.contains(term.language())) {
                effort.comparison();
                if (EditDistance.isSlip(term.form(), term.stem(), form)) {
                    meant.add(number);
                }
            }
        }
    }

    /** Whether some language has this very word. */
    boolean knows(Spelling spelling, String form) {
        return lexicon(spelling).hasWord(form);
    }

    /** Whether the word must be taken as it is typed. */
    boolean isApart(TypedWord typed) {
        return !apart.isEmpty() && apartBare.contains(Spelling.folded(typed.text()));
    }

    private boolean isSame(Term term, TypedWord typed) {
        if (term.isExactly(typed.text())) {
            return true;
        }
        String bare = Spelling.folded(term.word());
        return !apart.contains(typed.text()) && Spelling.folded(typed.text()).equals(typed.text())
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
