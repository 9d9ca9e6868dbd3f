package se.lotsen.grounding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest piece of a text in any language: an address, a number with its separators, a word, a sign.
 *
 * @param type what it is
 * @param written as it stands, with plain digits
 * @param lower in lower case, without vowel signs
 * @param initial whether it begins the text, a sentence or a table's cell
 */
record Piece(Type type, String written, String lower, boolean initial) {
    private static final Pattern PIECES = Pattern
            .compile("(?<LINK>(?:https?://|www\\.)[^\\s()\\[\\]<>]*[^\\s()\\[\\]<>.,;:!?])"
                    + "|(?<EMAIL>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
                    + "|(?<PHONE>(?<!\\d)(?:\\+46 ?\\d{1,3}|0\\d{1,3}) ?[-–]? ?\\d{2,3}(?: \\d{2,3}){1,3}(?!\\d))"
                    + "|(?<DATE>\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{1,2}\\.\\d{1,2}\\.\\d{4}(?!\\d))"
                    + "|(?<CLOCK>\\d{1,2}[.:]\\d{2}(?!\\d|[:.,]\\d))"
                    + "|(?<NUMBER>\\d{1,3}(?:[ ,'.]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)"
                    + "|(?<WORD>\\p{L}(?:[\\p{L}\\p{M}]|['-](?=\\p{L}))*)"
                    + "|(?<SIGN>\\S)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VOWEL_SIGNS = Pattern.compile("[\\p{Mn}\u0640]");
    /** What a piece is. */
    enum Type {
        LINK, EMAIL, PHONE, DATE, CLOCK, NUMBER, WORD, SIGN
    }

    static List<Piece> of(String legible) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECES.matcher(legible);
        boolean initial = true;
        while (matcher.find()) {
            Type type = type(matcher);
            String written = matcher.group();
            pieces.add(new Piece(type, written, plain(written), initial));
            initial = type == Type.SIGN && ".!?:;,–-([".contains(written);
        }
        return pieces;
    }

    private static Type type(Matcher matcher) {
        for (Type type : Type.values()) {
            if (matcher.group(type.name()) != null) {
                return type;
            }
        }
        throw new IllegalStateException("no group of the pattern matched");
    }

    static String plain(String written) {
        return VOWEL_SIGNS.matcher(Normalizer.normalize(written, Normalizer.Form.NFC)).replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    boolean is(Type other) {
        return type == other;
    }

    boolean isCapital() {
        return Character.isUpperCase(written.codePointAt(0));
    }
}
