package se.lotsen.grounding;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A text as a reader's eye takes it: composed, full-width and styled forms as plain ones, one kind of space and dash, no
 * invisible characters. What an eye could be deceived by is named by {@link #deceit}.
 */
final class Legible {
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int LAST_LATIN_1 = 0xFF;

    private Legible() {
    }

    static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> append(plain, point));
        return plain.toString();
    }

    private static void append(StringBuilder plain, int point) {
        switch (Character.getType(point)) {
            case Character.FORMAT -> {
                // Nobody sees it.
            }
            case Character.CONTROL, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                plain.append(' ');
            case Character.DASH_PUNCTUATION ->
                plain.append(point == '-' || point == 0x2010 || point == 0x2011 ? '-' : '–');
            case Character.DECIMAL_DIGIT_NUMBER -> plain.append((char) ('0' + Character.digit(point, 10)));
            default -> plain.appendCodePoint(point == 0x2212 ? '–' : point == 0x2044 ? '/' : point);
        }
    }

    /**
     * The first character of the text that could make it read as something else and that the cited text does not hold: a
     * change of writing direction, an invisible or unassigned character, a mark over or through another one, a digit or
     * letter of another script.
     */
    static Optional<String> deceit(String text, IntPredicate cited) {
        if (text.chars().allMatch(unit -> unit >= ' ' && unit <= '~')) {
            return Optional.empty();
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints()
                .filter(point -> point > '~' || point < ' ')
                .filter(Legible::deceives)
                .filter(cited.negate())
                .mapToObj(point -> "U+%04X".formatted(point))
                .findFirst();
    }

    private static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            case Character.FORMAT -> point != SOFT_HYPHEN;
            case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED, Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                true;
            default -> Character.isLetter(point) && point > LAST_LATIN_1;
        };
    }
}
