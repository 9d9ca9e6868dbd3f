package se.lotsen.privacy;

/**
 * Digits of any script and what people write between them. A <em>gap</em> is at most {@value #LONGEST_GAP} characters
 * of spaces, dashes, plus signs, full stops, slashes and brackets; a line break is never part of one.
 */
final class Digits {
    static final int LONGEST_GAP = 5;
    /** Returned where there is no next digit. */
    static final int NONE = -1;

    private Digits() {
    }

    static boolean isAt(CharSequence text, int at) {
        return at < text.length() && valueAt(text, at) >= 0;
    }

    static boolean isBefore(CharSequence text, int at) {
        return at > 0 && Character.digit(Character.codePointBefore(text, at), 10) >= 0;
    }

    /** 0..9, or a negative number when no digit stands there. */
    static int valueAt(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c < 128) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return Character.digit(Character.codePointAt(text, at), 10);
    }

    /** Where the digit at {@code at} ends, marks written on it included. */
    static int end(CharSequence text, int at) {
        int end = at + (Character.isHighSurrogate(text.charAt(at)) ? 2 : 1);
        while (end < text.length() && text.charAt(end) >= 128
                && CleanText.isMark(Character.codePointAt(text, end))) {
            end += Character.charCount(Character.codePointAt(text, end));
        }
        return end;
    }

    /** The first digit at or after {@code from}, however far away, or {@link #NONE}. */
    static int find(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (valueAt(text, i) >= 0) {
                return i;
            }
        }
        return NONE;
    }

    /** The end of the unbroken group of digits that begins at {@code at}. */
    static int groupEnd(CharSequence text, int at) {
        int end = at;
        while (isAt(text, end)) {
            end = end(text, end);
        }
        return end;
    }

    /** The next digit after {@code from} if nothing but a gap lies between, or {@link #NONE}. */
    static int afterGap(CharSequence text, int from) {
        int limit = Math.min(text.length(), from + LONGEST_GAP + 1);
        for (int i = from; i < limit; i++) {
            if (valueAt(text, i) >= 0) {
                return i;
            }
            if (gapSign(text.charAt(i)) == 0) {
                return NONE;
            }
        }
        return NONE;
    }

    /** A number in one spelling: ASCII digits, the signs of gaps, {@code '?'} for anything else. */
    static String spelt(CharSequence text, int from, int to) {
        StringBuilder spelt = new StringBuilder(to - from);
        for (int i = from; i < to;) {
            int digit = valueAt(text, i);
            char sign = digit >= 0 ? (char) ('0' + digit) : gapSign(text.charAt(i));
            spelt.append(sign == 0 ? '?' : sign);
            i = digit >= 0 ? end(text, i) : i + 1;
        }
        return spelt.toString();
    }

    /** The gap between two places in one spelling: only the characters {@code " -+./()"}. */
    static String gap(CharSequence text, int from, int to) {
        if (from >= to) {
            return "";
        }
        StringBuilder signs = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            signs.append(gapSign(text.charAt(i)));
        }
        return signs.toString();
    }

    /** The usual spelling of a character that may stand between digits, or 0 for any other character. */
    static char gapSign(char c) {
        return switch (c) {
            case '\t' -> ' ';
            case '+', '\uff0b' -> '+';
            case '.', '\uff0e', '\u00b7', '\u2022', '\u2024' -> '.';
            case '/', '\uff0f', '\u2044', '\u2215' -> '/';
            case '(', '\uff08' -> '(';
            case ')', '\uff09' -> ')';
            case '_', '\u2212' -> '-';
            default -> otherGapSign(c);
        };
    }

    private static char otherGapSign(char c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> 0;
        };
    }
}
