package se.lotsen.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which digits are a telephone number, by libphonenumber's numbering plans. Its own search of a text is not used: it
 * takes opening hours (08.30-16.30) for Stockholm numbers, loses two numbers that stand side by side, and copies the
 * rest of the text for every time stamp.
 */
final class PhoneNumberPlan {
    private static final int SWEDEN = 46;
    private static final int LONGEST_COUNTRY_CODE = 3;
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final Set<Integer> COUNTRY_CODES = PLANS.getSupportedCallingCodes();

    private PhoneNumberPlan() {
    }

    /** The number behind digits that begin with the Swedish trunk prefix 0. */
    static PhoneNumber swedish(String digits) {
        return number(SWEDEN, digits.substring(1));
    }

    /**
     * The number behind a country code and what follows; null when no country has the code. Built without the library's
     * parser, whose exceptions would make long rows of digits slow.
     */
    static @Nullable PhoneNumber international(String digits) {
        for (int length = 1; length <= LONGEST_COUNTRY_CODE; length++) {
            int code = Integer.parseInt(digits, 0, length, 10);
            if (COUNTRY_CODES.contains(code)) {
                return inCountry(code, digits.substring(length));
            }
        }
        return null;
    }

    /** Some countries keep their leading 0 after the code (Italy); with others it is a slip: "+46 (0)70". */
    private static @Nullable PhoneNumber inCountry(int code, String national) {
        if (national.startsWith("00")) {
            return null;
        }
        PhoneNumber asWritten = number(code, national);
        boolean slip = national.startsWith("0") && !isValid(asWritten);
        return slip ? number(code, national.substring(1)) : asWritten;
    }

    private static PhoneNumber number(int countryCode, String national) {
        PhoneNumber number = new PhoneNumber().setCountryCode(countryCode)
                .setNationalNumber(Long.parseLong(national));
        return national.startsWith("0") ? number.setItalianLeadingZero(true) : number;
    }

    static boolean isValid(PhoneNumber number) {
        return isPossible(number) && PLANS.isValidNumber(number);
    }

    /** Whether the number has the right length, although the series may be unknown or a digit mistyped. */
    static boolean isPossible(PhoneNumber number) {
        return PLANS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    static boolean isMobile(PhoneNumber number) {
        return PLANS.getNumberType(number) == PhoneNumberType.MOBILE;
    }

    /** Free, shared-cost and premium numbers (020, 077, 0900): never a person's own, and helplines are among them. */
    static boolean isService(PhoneNumber number) {
        return switch (PLANS.getNumberType(number)) {
            case TOLL_FREE, SHARED_COST, PREMIUM_RATE -> true;
            default -> false;
        };
    }

    /** One spelling for one number: country code and national number. */
    static String key(PhoneNumber number) {
        return number.getCountryCode() + " " + number.getNationalNumber();
    }

    /** The key of a number as editors write it, or null when it is none (as the short numbers 112 and 1177). */
    static @Nullable String key(String written) {
        try {
            return key(PLANS.parse(written, "SE"));
        } catch (NumberParseException e) {
            return null; // the library's way of saying no
        }
    }
}
