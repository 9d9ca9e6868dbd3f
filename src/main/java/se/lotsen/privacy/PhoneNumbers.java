package se.lotsen.privacy;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.privacy.DigitWindow.Neighbour;

/**
 * Recognises telephone numbers: Swedish ones with their 0, others with "+" or "00", and Swedish mobile numbers that
 * begin with 46. Dates, hours and decimals that a numbering plan would allow are refused by their shape.
 */
final class PhoneNumbers {
    /**
     * A telephone number at the beginning of a window.
     *
     * @param start where it begins; before the window when "+" or a bracket belongs to it
     * @param length how many digits of the window it takes
     * @param owner whose it is
     */
    record Reading(int start, int length, Owner owner) {
    }

    /** Whose a number is; only a person's is hidden. */
    enum Owner {
        MUNICIPALITY, SERVICE, PERSON
    }

    private enum Beginning {
        PLUS, DOUBLE_ZERO, ZERO, COUNTRY_CODE, NONE
    }

    private static final int LONGEST = 17;
    private static final int LONGEST_SWEDISH = 10;
    private static final int SHORTEST = 8;
    private static final int SHORTEST_GUESSED = 9;
    /** Beyond this many digits no bracket and no slash belongs to a number any more. */
    private static final int AREA_CODE_END = 6;
    private static final String HOUR = "(?:[01]\\d|2[0-4])";
    private static final String MINUTES = "\\.[0-5]\\d";
    private static final String UNTIL = " ?-{1,2} ?";
    private static final Pattern DATE_OR_HOURS = Pattern.compile(String.join("|",
            "[0-3]?\\d([-./])[01]?\\d\\1(?:19|20)?\\d\\d(?![-./]?\\d)", // 05-12-2024, 05.12.24
            HOUR + " {1,3}(?:19|20)\\d\\d-[01]\\d-[0-3]\\d(?!\\d)", // 08 2026-03-02
            HOUR + MINUTES + UNTIL + HOUR + "(?!\\d)", // 08.30-16
            HOUR + "[0-5]\\d" + UNTIL + HOUR + "[0-5]\\d(?!-?\\d| \\d\\d(?!\\d))", // 0800-1630
            HOUR + MINUTES + " {1,3}" + HOUR + MINUTES + "(?!\\d)", // 08.30 16.30
            HOUR + UNTIL + HOUR + " {1,3}" + HOUR + "(?: ?-|" + MINUTES + ")")); // 08-12 13-16

    private PhoneNumbers() {
    }

    /** The longest reading at the beginning of the window (a known public number wins over a longer one), or null. */
    static @Nullable Reading read(DigitWindow window, KnownContacts known) {
        int plus = plusBefore(window);
        Beginning beginning = plus >= 0 ? Beginning.PLUS : beginning(window);
        if (beginning == Beginning.NONE) {
            return null;
        }
        int start = plus >= 0 ? plus : window.start();
        int longest = beginning == Beginning.ZERO ? LONGEST_SWEDISH : LONGEST;
        int found = 0;
        for (int n = SHORTEST; n <= longest && isGapPlausible(window, n); n++) {
            PhoneNumber number = window.endsGroup(n) ? number(window, n, beginning) : null;
            if (number == null) {
                continue;
            }
            if (known.hasPhone(number)) {
                return new Reading(start, n, Owner.MUNICIPALITY);
            }
            if (PhoneNumberPlan.isService(number)) {
                return new Reading(start, n, Owner.SERVICE);
            }
            found = isPersons(window, n, number, beginning) ? n : found;
        }
        return found == 0 ? null : new Reading(withBracket(window, start, found), found, Owner.PERSON);
    }

    /** Where the "+" stands that belongs to the first digit, or -1. */
    private static int plusBefore(DigitWindow window) {
        CharSequence text = window.text();
        int at = window.start() - 1;
        if (at > window.floor() && Digits.gapSign(text.charAt(at)) == ' ') {
            at--;
        }
        boolean isPlus = at >= window.floor() && Digits.gapSign(text.charAt(at)) == '+'
                && window.digit(0) != '0';
        return isPlus && (at == window.floor() || !Digits.isBefore(text, at)) ? at : -1;
    }

    private static Beginning beginning(DigitWindow window) {
        char first = window.digit(0);
        char second = window.digit(1);
        Beginning beginning = Beginning.NONE;
        if (first == '0' && second != '0') {
            beginning = Beginning.ZERO;
        } else if (first == '0' && window.digit(2) > '0') {
            beginning = Beginning.DOUBLE_ZERO;
        } else if (first == '4' && second == '6') {
            beginning = Beginning.COUNTRY_CODE;
        }
        boolean joined = beginning != Beginning.NONE && window.before() == Neighbour.JOINED;
        return joined ? Beginning.NONE : beginning;
    }

    private static @Nullable PhoneNumber number(DigitWindow window, int n, Beginning beginning) {
        return switch (beginning) {
            case ZERO -> PhoneNumberPlan.swedish(window.digits(n));
            case DOUBLE_ZERO -> PhoneNumberPlan.international(window.digits(n).substring(2));
            case PLUS, COUNTRY_CODE -> PhoneNumberPlan.international(window.digits(n));
            case NONE -> null;
        };
    }

    private static boolean isPersons(DigitWindow window, int n, PhoneNumber number, Beginning beginning) {
        boolean valid = PhoneNumberPlan.isValid(number);
        return switch (beginning) {
            case PLUS -> (valid || (n >= SHORTEST_GUESSED && PhoneNumberPlan.isPossible(number)))
                    && !NumberContext.namesAmount(window, n);
            case DOUBLE_ZERO -> valid && !NumberContext.namesReference(window);
            case COUNTRY_CODE -> valid && PhoneNumberPlan.isMobile(number) && isCountryCodeApart(window, n);
            case ZERO -> valid && isWrittenAsSwedish(window, n, number);
            case NONE -> false;
        };
    }

    /** Not so in "46 701 234 567 kr". */
    private static boolean isCountryCodeApart(DigitWindow window, int n) {
        return !window.layout(n).equals("2,3,3,3") && !NumberContext.namesReference(window);
    }

    private static boolean isWrittenAsSwedish(DigitWindow window, int n, PhoneNumber number) {
        if (DATE_OR_HOURS.matcher(window.spelt(window.count())).lookingAt()) {
            return false;
        }
        if (PhoneNumberPlan.isMobile(number)) {
            return !window.isBare(n) || !NumberContext.namesReference(window);
        }
        return !window.layout(n).startsWith("1,") && !NumberContext.namesReference(window);
    }

    /** Whether there are n digits and the gaps fit a telephone number; asked for each n from the shortest on. */
    private static boolean isGapPlausible(DigitWindow window, int n) {
        for (int i = n == SHORTEST ? 1 : n - 1; i < n; i++) {
            String refused = i <= AREA_CODE_END ? "+" : "+/()";
            if (!window.hasDigit(i) || window.gap(i).chars().anyMatch(c -> refused.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** An opening bracket before the number belongs to it when it is closed within. */
    private static int withBracket(DigitWindow window, int start, int n) {
        CharSequence text = window.text();
        boolean opened = start > window.floor() && Digits.gapSign(text.charAt(start - 1)) == '(';
        String written = window.spelt(n);
        return opened && written.indexOf(')') >= 0 && written.indexOf('(') < 0 ? start - 1 : start;
    }
}
