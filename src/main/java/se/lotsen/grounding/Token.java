package se.lotsen.grounding;

import java.util.Locale;

/**
 * The smallest piece of a text: a word, a row of digits, a mix of both, an address, or a single sign.
 *
 * @param type what it is made of
 * @param text as written
 * @param lower in lower case
 * @param spaced whether white space stands before it
 */
record Token(Type type, String text, String lower, boolean spaced) {
    private static final Locale SWEDISH = Locale.of("sv");

    /** What a token is made of. */
    enum Type {
        WORD, DIGITS, CODE, LINK, EMAIL, SIGN
    }

    static Token of(Type type, String text, boolean spaced) {
        return new Token(type, text, text.toLowerCase(SWEDISH), spaced);
    }

    boolean is(Type other) {
        return type == other;
    }

    boolean isSign(char sign) {
        return type == Type.SIGN && text.charAt(0) == sign;
    }

    boolean isDash() {
        return isSign('-') || isSign('–');
    }

    boolean isCapital() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Digits only, at most {@code length} of them. */
    boolean isDigits(int length) {
        return type == Type.DIGITS && text.length() <= length;
    }
}
