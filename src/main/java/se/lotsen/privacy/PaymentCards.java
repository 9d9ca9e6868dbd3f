package se.lotsen.privacy;

import java.util.List;
import java.util.regex.Pattern;
import se.lotsen.privacy.DigitWindow.Neighbour;

/**
 * Recognises payment card numbers (ISO/IEC 7812): the checksum, an issuer's prefix with one of its lengths, and groups
 * that are printed on cards. Bare digits after a word such as "OCR" are an invoice's reference, not a card.
 */
final class PaymentCards {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final String FIRST_DIGITS = "234568";
    /** As printed: fours (the last may be shorter), American Express, Diners; and two halves. */
    private static final Pattern PRINTED = Pattern.compile("4(?:,4){2,3}(?:,[1-4])?|4,6,[45]|8,8");
    /** Pairs and single digits; only when no other digits stand beside. */
    private static final Pattern SPELT_OUT = Pattern.compile("2(?:,2){6,8}(?:,1)?|1(?:,1){12,18}");

    /** Card numbers that begin with {@code low..high} (as many digits as these have) and their lengths. */
    private record Issuer(int low, int high, int shortest, int longest) {
        boolean issues(String digits) {
            int n = digits.length();
            int prefix = Integer.parseInt(digits, 0, Integer.toString(low).length(), 10);
            return n >= shortest && n <= longest && prefix >= low && prefix <= high;
        }
    }

    private static final List<Issuer> ISSUERS = List.of(
            new Issuer(4, 4, 13, 13), new Issuer(4, 4, 16, 16), new Issuer(4, 4, 19, 19), // Visa
            new Issuer(51, 55, 16, 16), new Issuer(2221, 2720, 16, 16), // Mastercard
            new Issuer(34, 34, 15, 15), new Issuer(37, 37, 15, 15), // American Express
            new Issuer(300, 305, 14, 19), new Issuer(3095, 3095, 14, 19), // Diners Club
            new Issuer(36, 36, 14, 19), new Issuer(38, 39, 14, 19), // Diners Club
            new Issuer(6011, 6011, 16, 19), new Issuer(644, 659, 16, 19), // Discover
            new Issuer(3528, 3589, 16, 19), // JCB
            new Issuer(62, 62, 16, 19), new Issuer(81, 81, 16, 19), // UnionPay
            new Issuer(50, 50, 13, 19), new Issuer(56, 58, 13, 19), new Issuer(63, 63, 13, 19), // Maestro
            new Issuer(67, 67, 13, 19), // Maestro
            new Issuer(2200, 2204, 16, 19)); // Mir

    private PaymentCards() {
    }

    /** How many digits of the window are a card number; 0 when none. */
    static int length(DigitWindow window) {
        if (FIRST_DIGITS.indexOf(window.digit(0)) < 0) {
            return 0;
        }
        for (int n = LONGEST; n >= SHORTEST; n--) {
            if (window.endsGroup(n) && isCard(window, n)) {
                return n;
            }
        }
        return 0;
    }

    private static boolean isCard(DigitWindow window, int n) {
        String digits = window.digits(n);
        return Luhn.isValid(digits) && ISSUERS.stream().anyMatch(issuer -> issuer.issues(digits))
                && isWrittenAsCard(window, n);
    }

    private static boolean isWrittenAsCard(DigitWindow window, int n) {
        if (window.isBare(n)) {
            return !NumberContext.namesReference(window);
        }
        String layout = window.layout(n);
        if (PRINTED.matcher(layout).matches()) {
            return areGapsPlausible(window, n) && !areTwoGiroNumbers(window, layout);
        }
        boolean alone = window.before() == Neighbour.NONE && window.after(n) == Neighbour.NONE;
        return alone && SPELT_OUT.matcher(layout).matches() && areGapsPlausible(window, n);
    }

    private static boolean areGapsPlausible(DigitWindow window, int n) {
        for (int i = 1; i < n; i++) {
            if (window.gap(i).chars().anyMatch(c -> "+/()".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** "5050-1055 5051-6905": each bankgiro number carries the same checksum, so two in a row pass it as well. */
    private static boolean areTwoGiroNumbers(DigitWindow window, String layout) {
        return layout.equals("4,4,4,4") && window.gap(4).contains("-") && window.gap(12).contains("-")
                && !window.gap(8).equals(window.gap(4));
    }
}
