package se.lotsen.privacy;

import java.util.regex.Pattern;

/**
 * Recognises an identity number whose last four stand apart, as people say them: "830512, sista fyra …". A date before
 * four digits is common, so only words that speak of the last four, or of the sign before them, may stand between.
 */
final class SpokenIdentityNumbers {
    private static final int NONE = 0;
    private static final int LAST = 4;
    private static final int LONGEST_BETWEEN = 40;
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Zs}\\t.,:;()-]{0,3}(?iu:"
            + "(?:och )?(?:sen|sedan)"
            + "|[\\p{L} ]{0,16}(?:sista|fyra|siffr|streck|minus|plus|kontroll)[\\p{L} .,:]{0,24}"
            + ")[\\p{Zs}\\t.,:;()-]{0,3}");

    private SpokenIdentityNumbers() {
    }

    /** Where the number that begins with the window's date ends, or 0 when there is none. */
    static int end(DigitWindow window) {
        int dated = isDate(window, 8, "8", "4,2,2") ? 8 : isDate(window, 6, "6", "2,2,2") ? 6 : NONE;
        if (dated == NONE || window.before() == DigitWindow.Neighbour.JOINED) {
            return NONE;
        }
        CharSequence text = window.text();
        int from = window.end(dated);
        int limit = Math.min(text.length(), from + LONGEST_BETWEEN);
        int last = from;
        while (last < limit && !Digits.isAt(text, last)) {
            last++;
        }
        if (last == limit || !BETWEEN.matcher(text.subSequence(from, last)).matches()) {
            return NONE;
        }
        DigitWindow four = new DigitWindow(text, last, from);
        boolean apart = four.endsGroup(LAST) && four.isBare(LAST)
                && four.after(LAST) != DigitWindow.Neighbour.JOINED;
        return apart && IdentityNumbers.isValid(window.digits(dated) + four.digits(LAST))
                ? four.end(LAST)
                : NONE;
    }

    private static boolean isDate(DigitWindow window, int n, String bare, String grouped) {
        if (window.count() != n || !window.endsGroup(n)) {
            return false;
        }
        String layout = window.layout(n);
        return layout.equals(bare) || layout.equals(grouped);
    }
}
