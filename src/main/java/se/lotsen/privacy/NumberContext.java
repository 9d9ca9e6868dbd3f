package se.lotsen.privacy;

import java.util.regex.Pattern;

/** What the words around a number say about it. Looks at a few dozen characters at most. */
final class NumberContext {
    private static final int LOOK_BACK = 48;
    private static final int LOOK_AHEAD = 12;
    private static final String PAYMENT_OR_CASE = "ocr|bankgiro|plusgiro|postgiro|bg|pg|dnr|diarie";
    private static final String OTHER_WITH_NUMBER = "ärende|faktura|kund|konto|referens|anläggnings?|mätar|avtals|"
            + "medgivande|clearing";
    private static final String NUMBER = "(?:[- ]?(?:nr|nummer|numret|id|kod|referens))";
    private static final Pattern PAYMENT_OR_CASE_REFERENCE = reference(
            "(?:" + PAYMENT_OR_CASE + ")" + NUMBER + "?");
    private static final Pattern ANY_REFERENCE = reference(
            "(?:(?:" + PAYMENT_OR_CASE + ")" + NUMBER + "?|(?:" + OTHER_WITH_NUMBER + ")" + NUMBER + ")");
    private static final Pattern AMOUNT = Pattern.compile(
            "[ \\p{Zs}]{0,2}(?:kr|kronor|sek|mkr|tkr|miljoner|%|€|:-)",
            Pattern.CASE_INSENSITIVE);

    private NumberContext() {
    }

    /** The word, then no more than "är", signs and the letters of a committee, then the number. */
    private static Pattern reference(String word) {
        return Pattern
                .compile("(?<![\\p{L}\\p{N}])(?iu:" + word + "(?: är)?)[ .:#-]{0,4}(?:\\p{Lu}{2,6}[ -]?)?$");
    }

    /** Whether the text right before the window calls the number an OCR, giro or case number. */
    static boolean namesPaymentOrCase(DigitWindow window) {
        return PAYMENT_OR_CASE_REFERENCE.matcher(before(window)).find();
    }

    /** As {@link #namesPaymentOrCase}, or an invoice, customer, account or other reference number. */
    static boolean namesReference(DigitWindow window) {
        return ANY_REFERENCE.matcher(before(window)).find();
    }

    private static CharSequence before(DigitWindow window) {
        int from = Math.max(window.floor(), window.start() - LOOK_BACK);
        return window.text().subSequence(from, window.start());
    }

    /** Whether the text right after the n-th digit makes the number an amount. */
    static boolean namesAmount(DigitWindow window, int n) {
        int to = Math.min(window.text().length(), window.end(n) + LOOK_AHEAD);
        return AMOUNT.matcher(window.text().subSequence(window.end(n), to)).lookingAt();
    }
}
