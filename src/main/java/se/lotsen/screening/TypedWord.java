package se.lotsen.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A word of a question, in small letters, with the forms in which it is compared.
 *
 * @param text without invisible and look-alike characters, but with its dots and rings
 * @param bare without dots and rings
 * @param forms each once, by spelling; only the spellings of the script that the word is written in
 */
record TypedWord(String text, String bare, List<Form> forms) {

    /** Letters as words of one spelling are compared. */
    record Form(Spelling spelling, String letters) {
    }

    /** The word as it may have been meant: {@code hjääälp} as {@code hjälp} and {@code hjäälp}. */
    static TypedWord of(String text, Collection<String> readings) {
        List<Form> forms = new ArrayList<>(2);
        for (Spelling spelling : Spelling.ALL) {
            for (String reading : readings) {
                if (spelling == Spelling.ARABIC == Spelling.isArabic(reading)) {
                    add(forms, spelling, reading);
                }
            }
        }
        return new TypedWord(text, Spelling.folded(text), List.copyOf(forms));
    }

    private static void add(List<Form> forms, Spelling spelling, String reading) {
        for (String letters : spelling.forms(reading)) {
            Form form = new Form(spelling, letters);
            if (!forms.contains(form)) {
                forms.add(form);
            }
        }
    }
}
