package se.lotsen.grounding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people write them: "1 500", "1.500", "14,20", "två", "1,5 miljoner". */
final class Numerals {
    private static final int THOUSAND = 1000;
    private static final int MOST_DIGITS = 12;

    private final List<Token> tokens;

    Numerals(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * A number.
     *
     * @param thousandths its value
     * @param next the token after it
     */
    record Numeral(long thousandths, int next) {
        String key() {
            String whole = Long.toString(thousandths / THOUSAND);
            long rest = thousandths % THOUSAND;
            return rest == 0 ? whole : whole + "," + Long.toString(THOUSAND + rest).substring(1);
        }

        boolean isWhole() {
            return thousandths % THOUSAND == 0;
        }
    }

    /** The number that begins at the token; null when none does. */
    @Nullable
    Numeral at(int index) {
        if (index >= tokens.size()) {
            return null;
        }
        Token token = tokens.get(index);
        Numeral plain = token.is(Token.Type.DIGITS) ? digits(index) : word(token, index);
        if (plain == null || plain.next() >= tokens.size()) {
            return plain;
        }
        String times = Words.MULTIPLIERS.get(tokens.get(plain.next()).lower());
        return times == null || plain.thousandths() > Integer.MAX_VALUE
                ? plain
                : new Numeral(plain.thousandths() * Long.parseLong(times), plain.next() + 1);
    }

    private @Nullable Numeral word(Token token, int index) {
        String value = Words.NUMERALS.get(token.lower());
        if (value == null && Words.ARTICLES.containsKey(token.lower()) && index + 1 < tokens.size()
                && Words.UNITS.containsKey(tokens.get(index + 1).lower())) {
            value = "1";
        }
        return value == null ? null : new Numeral(Long.parseLong(value) * THOUSAND, index + 1);
    }

    private @Nullable Numeral digits(int index) {
        StringBuilder whole = new StringBuilder(tokens.get(index).text());
        int next = index + 1;
        while (isGroup(next, whole.length())) {
            next += tokens.get(next).isSign('.') ? 1 : 0;
            whole.append(tokens.get(next).text());
            next++;
        }
        if (whole.length() > MOST_DIGITS) {
            return null;
        }
        long thousandths = Long.parseLong(whole.toString()) * THOUSAND;
        if (isFraction(next)) {
            String fraction = (tokens.get(next + 1).text() + "000").substring(0, 3);
            return new Numeral(thousandths + Long.parseLong(fraction), next + 2);
        }
        return new Numeral(thousandths, next);
    }

    /** Three digits after at most three, parted by one space or by a point. */
    private boolean isGroup(int index, int before) {
        if (index >= tokens.size() || before > 3 && before % 3 != 0 && before > MOST_DIGITS) {
            return false;
        }
        Token token = tokens.get(index);
        boolean first = tokens.get(index - 1).text().length() <= 3;
        if (token.is(Token.Type.DIGITS)) {
            return first && token.spaced() && token.text().length() == 3;
        }
        return first && token.isSign('.') && !token.spaced() && isGlued(index + 1)
                && tokens.get(index + 1).text().length() == 3;
    }

    private boolean isFraction(int index) {
        if (index >= tokens.size() || tokens.get(index).spaced()) {
            return false;
        }
        Token sign = tokens.get(index);
        return (sign.isSign(',') || sign.isSign('.')) && isGlued(index + 1)
                && tokens.get(index + 1).text().length() <= 3;
    }

    private boolean isGlued(int index) {
        return index < tokens.size() && tokens.get(index).is(Token.Type.DIGITS)
                && !tokens.get(index).spaced();
    }
}
