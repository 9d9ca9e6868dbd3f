package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;

/** Cuts a legible text into tokens in one pass over its characters. */
final class Tokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private boolean spaced = true;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String legible) {
        Tokens cut = new Tokens(legible);
        int at = 0;
        while (at < legible.length()) {
            if (legible.charAt(at) == ' ') {
                cut.spaced = true;
                at++;
                continue;
            }
            int end = legible.indexOf(' ', at);
            cut.chunk(at, end < 0 ? legible.length() : end);
            at = end < 0 ? legible.length() : end;
        }
        return cut.tokens;
    }

    private void add(Token.Type type, int start, int end) {
        tokens.add(Token.of(type, text.substring(start, end), spaced));
        spaced = false;
    }

    /** What stands between two spaces: an address whole, anything else piece by piece. */
    private void chunk(int start, int end) {
        int from = start;
        while (from < end && !Character.isLetterOrDigit(text.charAt(from))) {
            add(Token.Type.SIGN, from, from + 1);
            from++;
        }
        int to = end;
        while (to > from && ".,;:!?)\"'”»]–".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        Token.Type address = Addresses.type(text, from, to);
        if (address == null) {
            pieces(from, end);
        } else {
            add(address, from, to);
            pieces(to, end);
        }
    }

    private void pieces(int start, int end) {
        int at = start;
        while (at < end) {
            int next = wordEnd(at, end);
            if (next == at) {
                next = at + Character.charCount(text.codePointAt(at));
                add(Token.Type.SIGN, at, next);
            } else {
                word(at, next);
            }
            at = next;
        }
    }

    /** Letters and digits, with hyphens between letters: "e-tjänst" is one word, "031-390" is not. */
    private int wordEnd(int start, int end) {
        int at = start;
        while (at < end) {
            char unit = text.charAt(at);
            boolean joins = unit == '-' && at > start && at + 1 < end
                    && Character.isLetter(text.charAt(at + 1)) && !isDigit(text.charAt(at - 1));
            if (!Character.isLetterOrDigit(unit) && !Character.isSurrogate(unit) && !joins) {
                break;
            }
            at++;
        }
        return at;
    }

    /** "50kr" and "kl8" are two tokens; "A4" and "7åring" are codes. */
    private void word(int start, int end) {
        int border = start;
        boolean digitsFirst = isDigit(text.charAt(start));
        while (border < end && isDigit(text.charAt(border)) == digitsFirst) {
            border++;
        }
        int hyphen = text.indexOf('-', start);
        if (hyphen > 0 && hyphen < end && Words.isWeekday(text.substring(start, hyphen))) {
            add(Token.Type.WORD, start, hyphen);
            pieces(hyphen, end);
            return;
        }
        if (border == end) {
            add(digitsFirst ? Token.Type.DIGITS : Token.Type.WORD, start, end);
            return;
        }
        String tail = text.substring(border, end);
        String head = text.substring(start, border);
        if (digitsFirst && Words.isUnit(tail)) {
            add(Token.Type.DIGITS, start, border);
            add(Token.Type.WORD, border, end);
        } else if (!digitsFirst && Words.CLOCK.contains(head)
                && tail.chars().allMatch(c -> isDigit((char) c))) {
            add(Token.Type.WORD, start, border);
            add(Token.Type.DIGITS, border, end);
        } else {
            add(Token.Type.CODE, start, end);
        }
    }

    static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
