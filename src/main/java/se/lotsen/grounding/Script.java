package se.lotsen.grounding;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The signs of several scripts as the plain ones. */
final class Script {
    private static final Map<Integer, String> SIGNS = Map.of(0x60C, ",", 0x61B, ";", 0x61F, "?", 0x66A, "%",
            0x66B, ".",
            0x66C, ",", 0x2019, "'", 0x2018, "'", 0x2BC, "'", 0x2212, "-");
    private static final Pattern HALVES = Pattern.compile("(?i)\\b([ap])\\.\\s?m\\b\\.?");
    private static final Pattern CLOCK = Pattern.compile("(?i)\\bo'clock\\b");
    private static final String ENGLISH = "en";
    private static final String ARABIC = "ar";
    private static final int LAST_LATIN_1 = 0xFF;
    private static final int FIRST_ARABIC = 0x600;
    private static final int LAST_ARABIC = 0x6FF;

    private Script() {
    }

    /** Legible, with the digits and signs of Latin script. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Legible.of(text).codePoints()
                .forEach(point -> plain.append(SIGNS.getOrDefault(point, Character.toString(point))));
        return plain.toString().replaceAll("\\s+", " ").strip();
    }

    /** The first character that could hide something or reads as another one; empty when all can be seen through. */
    static Optional<String> deceit(String text, String swedish) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints()
                .filter(point -> point > '~' || point < ' ')
                .filter(point -> swedish.indexOf(point) < 0 && deceives(point))
                .mapToObj(point -> "U+%04X".formatted(point))
                .findFirst();
    }

    private static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK, Character.LETTER_NUMBER ->
                true;
            case Character.DECIMAL_DIGIT_NUMBER -> point > LAST_ARABIC;
            case Character.OTHER_NUMBER -> true;
            case Character.NON_SPACING_MARK -> point < FIRST_ARABIC || point > LAST_ARABIC;
            default -> Character.isLetter(point) && point > LAST_LATIN_1
                    && (point < FIRST_ARABIC || point > LAST_ARABIC);
        };
    }

    /** Whether the letters are those that the language is written with; a text without letters is of every language. */
    static boolean fits(String text, String language) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long arabic = text.codePoints().filter(point -> point >= FIRST_ARABIC && Character.isLetter(point))
                .count();
        return language.equals(ARABIC) ? arabic * 2 >= letters : arabic == 0;
    }

    /** Abbreviations with full stops as words. */
    static String spelledOut(String plain, String language) {
        return language.equals(ENGLISH)
                ? CLOCK.matcher(HALVES.matcher(plain).replaceAll("$1m")).replaceAll("clock")
                : plain;
    }
}
