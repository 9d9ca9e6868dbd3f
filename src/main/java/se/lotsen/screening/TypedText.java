package se.lotsen.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into words as a reader sees them: small letters, nothing invisible, Cyrillic and Greek look-alikes as the
 * Latin letters they imitate, apostrophes left out, every emoji a word. Punctuation only separates.
 */
final class TypedText {
    private static final String LOOKALIKES = "аaеeоoрpсcуyхxіiјjѕsкkмmтtнhвbгrαaοoρpεeιiκkνvτtυuχxӓaӧoёe";
    private static final Pattern RUN = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern DIGIT_INSIDE = Pattern.compile("(?<=\\p{L})[013457](?=\\p{L})");
    private static final String DIGITS = "013457";
    private static final String DIGIT_LETTERS = "oieast";
    /** No word that means anything is longer; longer ones would only cost time. */
    private static final int LONGEST = 60;

    private TypedText() {
    }

    /** The words in order. */
    static List<TypedWord> of(String text) {
        List<TypedWord> words = new ArrayList<>();
        for (String word : words(text)) {
            words.add(word(word));
        }
        return words;
    }

    /** The words in order as they are written, without their forms. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        // Lower case first, again after: compatibility forms may hide capitals.
        String plain = (isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        for (int i = 0, c; i < plain.length(); i += Character.charCount(c)) {
            c = plain.codePointAt(i);
            if (isPart(c)) {
                word.appendCodePoint(lookalike(c));
            } else if (!isSkipped(c)) {
                end(word, words);
                if (isPicture(c)) {
                    words.add(Character.toString(c));
                }
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            String text = isComposed(word)
                    ? word.toString()
                    : Normalizer.normalize(word, Normalizer.Form.NFC);
            words.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            word.setLength(0);
        }
    }

    /** One word that has been cut out already, with all its readings. */
    static TypedWord word(String text) {
        return TypedWord.of(text, readings(text));
    }

    private static Set<String> readings(String text) {
        if (isPlain(text)) {
            return Set.of(text);
        }
        Set<String> readings = new LinkedHashSet<>();
        Matcher runs = RUN.matcher(text);
        if (runs.find()) {
            readings.add(runs.replaceAll("$1"));
            readings.add(runs.replaceAll("$1$1"));
            // The first run meant once and the others twice, and the other way about.
            readings.add(RUN.matcher(runs.replaceFirst("$1")).replaceAll("$1$1"));
            readings.add(RUN.matcher(runs.replaceFirst("$1$1")).replaceAll("$1"));
        } else {
            readings.add(text);
        }
        if (DIGIT_INSIDE.matcher(text).find()) {
            readings.add(DIGIT_INSIDE.matcher(text).replaceAll(
                    digit -> String.valueOf(DIGIT_LETTERS.charAt(DIGITS.indexOf(digit.group())))));
        }
        return readings;
    }

    /** Whether all characters are such that every form of Unicode leaves them as they are, as in most Swedish text. */
    private static boolean isComposed(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && (c < 0xC0 || c > 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no letter stands three times in a row and there are no digits, as in most words. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '7' || Character.isSurrogate(c)
                    || i > 1 && c == text.charAt(i - 1) && c == text.charAt(i - 2)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK && !isVariation(c);
    }

    /** What a word goes on across: apostrophes, invisible characters, the tatweel's kin. */
    private static boolean isSkipped(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '`' || c == '´' || isVariation(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.MODIFIER_SYMBOL && c > 0xFF;
    }

    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c == 0x034F;
    }

    private static boolean isPicture(int c) {
        return c > 0xFF && Character.getType(c) == Character.OTHER_SYMBOL;
    }

    private static int lookalike(int c) {
        int at = c > 0x24F ? LOOKALIKES.indexOf(c) : -1;
        return at >= 0 && at % 2 == 0 ? LOOKALIKES.charAt(at + 1) : c;
    }
}
