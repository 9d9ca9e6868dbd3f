package se.lotsen.screening;

/**
 * A word of a pattern: one that must stand as it is, or the beginning of one ({@code hot*}).
 *
 * @param word small letters, with dots and rings
 * @param form how it is compared
 * @param stem whether any ending may follow
 */
record Term(PolicyLanguage language, String word, String form, boolean stem) {
    static Term of(PolicyLanguage language, String word, boolean stem) {
        return new Term(language, word, language.spelling(word).form(word), stem);
    }

    /** Whether the typed word, dots and rings included, is this word. */
    boolean isExactly(String typed) {
        return stem ? typed.startsWith(word) : typed.equals(word);
    }

    Spelling spelling() {
        return language.spelling(word);
    }
}
