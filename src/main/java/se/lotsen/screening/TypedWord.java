package se.lotsen.screening;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A word of a question, in small letters, with the forms in which it is compared.
 *
 * @param text without invisible and look-alike characters, but with its dots and rings
 * @param forms by the spelling they belong to; only the spellings of the script that the word is written in
 */
record TypedWord(String text, Map<Spelling, Set<String>> forms) {
    /** The word as it may have been meant: {@code hjääälp} as {@code hjälp} and {@code hjäälp}. */
    static TypedWord of(String text, Collection<String> readings) {
        Map<Spelling, Set<String>> forms = new EnumMap<>(Spelling.class);
        for (String reading : readings) {
            if (Spelling.isArabic(reading)) {
                add(forms, Spelling.ARABIC, reading);
            } else {
                add(forms, Spelling.LATIN, reading);
                add(forms, Spelling.SOMALI, reading);
            }
        }
        return new TypedWord(text, forms);
    }

    private static void add(Map<Spelling, Set<String>> forms, Spelling spelling, String reading) {
        forms.computeIfAbsent(spelling, key -> new LinkedHashSet<>()).addAll(spelling.forms(reading));
    }

    Set<String> forms(Spelling spelling) {
        return forms.getOrDefault(spelling, Set.of());
    }
}
