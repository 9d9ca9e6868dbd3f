package se.lotsen.privacy;

import dev.personnummer.Personnummer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.privacy.DigitWindow.Neighbour;

/**
 * Recognises Swedish identity and coordination numbers. The checksum and the date alone would take one in 150 of all
 * ten-digit numbers for one, so the groups of digits must also be ones that people write.
 */
final class IdentityNumbers {
    /** How sure the spelling makes it. */
    enum Spelling {
        /** Date, sign, last four: nothing else is written so. */
        USUAL,
        /** Ten or twelve digits without a gap. */
        BARE,
        /** Ten digits in pairs: telephone numbers are grouped so, too. */
        PAIRS,
        /** Other groups, such as single digits; only when no other digits stand beside. */
        UNUSUAL
    }

    /** An identity number of {@code length} digits at the beginning of a window. */
    record Reading(int length, Spelling spelling) {
    }

    private static final Set<String> BARE = Set.of("10", "12");
    private static final Set<String> USUAL = Set.of("6,4", "8,4", "2,6,4", "2,2,2,4", "4,2,2,4");
    private static final Set<String> UNUSUAL = Set.of(
            "2,8", "2,2,6", "2,4,4", "4,2,4", "6,2,2", "1,1,1,1,1,1,1,1,1,1",
            "2,10", "4,8", "6,6", "4,2,6", "4,4,4", "8,2,2", "2,2,2,2,4", "4,2,2,2,2", "2,2,2,2,2,2",
            "1,1,1,1,1,1,1,1,1,1,1,1");
    private static final String PAIRS = "2,2,2,2,2";
    private static final Set<String> CENTURIES = Set.of("18", "19", "20");

    private IdentityNumbers() {
    }

    /** The reading at the beginning of the window, or null. */
    static @Nullable Reading read(DigitWindow window) {
        Reading full = read(window, 12);
        return full != null ? full : read(window, 10);
    }

    private static @Nullable Reading read(DigitWindow window, int n) {
        if (!window.endsGroup(n) || !mayBeDated(window, n)) {
            return null;
        }
        Spelling spelling = spelling(window, n);
        return spelling != null && isValid(window.digits(n)) ? new Reading(n, spelling) : null;
    }

    /** Cheap look at century, month and day, so that the library is only asked about few windows. */
    private static boolean mayBeDated(DigitWindow window, int n) {
        if (n == 12 && !CENTURIES.contains(window.digits(2))) {
            return false;
        }
        int month = pair(window, n - 8);
        int day = pair(window, n - 6);
        return month >= 1 && month <= 12 && day >= 1 && day <= 91;
    }

    private static int pair(DigitWindow window, int i) {
        return 10 * (window.digit(i) - '0') + window.digit(i + 1) - '0';
    }

    private static @Nullable Spelling spelling(DigitWindow window, int n) {
        String layout = window.layout(n);
        if (BARE.contains(layout)) {
            return n == 10 && NumberContext.namesPaymentOrCase(window) ? null : Spelling.BARE;
        }
        if (!areGapsPlausible(window, n)) {
            return null;
        }
        Neighbour before = window.before();
        Neighbour after = window.after(n);
        if (USUAL.contains(layout)) {
            boolean unmistakable = isSign(window.gap(n - 4))
                    && (layout.equals("6,4") || layout.equals("8,4"));
            boolean apart = before != Neighbour.JOINED && after != Neighbour.JOINED;
            return unmistakable || apart ? Spelling.USUAL : null;
        }
        boolean alone = before == Neighbour.NONE && after == Neighbour.NONE;
        if (!alone) {
            return null;
        }
        return layout.equals(PAIRS) ? Spelling.PAIRS : UNUSUAL.contains(layout) ? Spelling.UNUSUAL : null;
    }

    private static boolean isSign(String gap) {
        return gap.contains("-") || gap.contains("+");
    }

    /** "+" and "/" only before the last four; nothing but spaces within them, or dates with times would pass. */
    private static boolean areGapsPlausible(DigitWindow window, int n) {
        for (int i = 1; i < n; i++) {
            String gap = window.gap(i);
            String refused = i < n - 4 ? "+/()" : i == n - 4 ? "()" : "-+./()";
            if (gap.chars().anyMatch(c -> refused.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** Date, century and check digit of ten or twelve digits. */
    static boolean isValid(String digits) {
        return Luhn.isValid(digits.substring(digits.length() - 10)) && Personnummer.valid(digits);
    }
}
